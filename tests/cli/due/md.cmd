cchc due --quarter 3 --lead 'phong gdnn' --as-of 2021-08-01 --format md
cchc due --quarter 1 --lead 'van phong so' --as-of 2021-05-01 --format md --progress progress-2021.csv
cchc due --month 2 --lead 'phong gdnn' --as-of 2021-01-05 --format md
cchc due --quarter 3 --lead 'phong gdnn' --as-of 2021-08-01 --format md --columns id,due,budget
