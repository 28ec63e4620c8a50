cchc diff plan-2021-adjusted.csv ../../data/plan-2021.csv
