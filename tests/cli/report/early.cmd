cchc report --period m3 --as-of 2021-03-01 --progress progress-2021.csv --section III | sed -n 1,12p
cchc report --period m12 --cut-off calendar --progress progress-2021.csv --section VII --status overdue | tail -n 9
