cchc diff - plan-2021-adjusted.csv <../../data/plan-2021.csv --format csv --columns change,id; cchc diff ../../data/plan-2021.csv - <../../data/plan-2021.csv
