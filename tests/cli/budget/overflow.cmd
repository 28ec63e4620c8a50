cchc --plan huge.csv budget
