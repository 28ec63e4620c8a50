cchc --as-of 2021-05-01
