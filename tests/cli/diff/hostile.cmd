cchc diff ../../data/plan-2021.csv hostile.csv --columns change,words --limit 60 | tail -12
