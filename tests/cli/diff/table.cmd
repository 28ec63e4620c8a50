cchc diff ../../data/plan-2021.csv plan-2021-adjusted.csv
