cchc --plan noyear.csv due
