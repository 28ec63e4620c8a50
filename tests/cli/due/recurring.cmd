cchc --plan semicolon.csv due --quarter 2 --as-of 2022-04-01
