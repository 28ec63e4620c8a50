cchc --plan noyear.csv --year 2023 due --quarter 1 --as-of 2023-01-31
