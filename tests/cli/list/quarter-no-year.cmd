cchc --plan noyear.csv list --quarter 1
