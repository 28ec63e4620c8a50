cchc due --quarter 1 --all --as-of 2021-01-01 --columns id,due
