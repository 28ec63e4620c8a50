cchc due --quarter 4 --as-of 2021-05-01
