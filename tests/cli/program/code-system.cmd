cchc --plan no-such-file.csv list
