cchc check --plan faults.csv --plan noyear.csv --sort severity --ignore numbering
