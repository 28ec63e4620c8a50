cchc --plan noyear.csv --plan noyear.csv list; cchc --plan hostile.csv --plan noyear.csv budget
