cchc due --quarter 3 --lead 'phong gdnn' --as-of 2021-08-01 --format md
