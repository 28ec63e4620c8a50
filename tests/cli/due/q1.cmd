cchc due --quarter 1 --as-of 2021-05-01
