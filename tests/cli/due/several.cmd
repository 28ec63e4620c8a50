# Several periods are answered one after the other, in every format.
cchc due --quarter 2,3 --as-of 2021-05-01 --columns id,due
cchc due --quarter 2 --quarter 3 --as-of 2021-05-01 --format csv --columns id,group,due
cchc due --month 6,9 --format json --columns id,due
cchc due --month '6, 9' --format md --as-of 2021-05-01 --columns id,due
cchc due --quarter 2,3 --sort id --limit 3 --columns id,due --as-of 2021-05-01
cchc due --quarter 2,5
