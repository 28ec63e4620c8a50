cchc due --quarter 5; cchc due --month 13; cchc due --from 2021-01-01; cchc due --from 2021-02-30 --until 2021-03-01; cchc due --from 2021-03-01 --until 2021-02-01; cchc due --quarter 1 --month 2
