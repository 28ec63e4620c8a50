cchc timeline --as-of 2021-10-05 --progress progress-2021.csv --section V,VII
cchc timeline --as-of 2021-10-05 --progress progress-2021.csv --section I --format csv
cchc timeline --as-of 2021-10-05 --progress progress-2021.csv --search 'khong co gi'
