cchc due --quarter 1 --section V --as-of 2021-03-01 --format json
