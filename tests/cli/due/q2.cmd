cchc due --quarter 2 --as-of 2021-05-01
