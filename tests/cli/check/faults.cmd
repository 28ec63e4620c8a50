cchc check --plan faults.csv
