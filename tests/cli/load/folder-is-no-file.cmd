cchc --plan . list
