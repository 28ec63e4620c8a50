cchc --plan noyear.csv show I.1
