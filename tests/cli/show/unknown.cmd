cchc --plan hostile.csv show I.10 I.9 I.2 --year 2021
