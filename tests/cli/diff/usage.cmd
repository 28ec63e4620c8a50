cchc diff; cchc diff a.csv; cchc diff a.csv b.csv c.csv; cchc diff - -; cchc diff a.csv b.csv --plan c.csv; cchc diff a.csv b.csv --section I; cchc dif a b
