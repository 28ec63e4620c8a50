COLUMNS=120 cchc timeline --as-of 2021-08-15 --progress progress-2021.csv
