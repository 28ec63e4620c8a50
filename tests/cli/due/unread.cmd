cchc --plan hostile.csv due --year 2021 --quarter 1 --as-of 2021-01-01
