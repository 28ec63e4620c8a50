cchc --plan semicolon.csv budget
