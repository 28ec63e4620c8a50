cchc --plan nul.csv list
