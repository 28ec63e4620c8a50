cchc diff ../../data/plan-2021.csv plan-2021-adjusted.csv --sort change --columns change,id,old_vnd,new_vnd
