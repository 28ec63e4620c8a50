cchc --plan errors.csv list
