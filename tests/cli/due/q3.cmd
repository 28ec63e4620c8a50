cchc due --quarter 3 --as-of 2021-05-01
