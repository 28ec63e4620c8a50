cchc check --plan faults.csv --plan clean.csv --plan noyear.csv
