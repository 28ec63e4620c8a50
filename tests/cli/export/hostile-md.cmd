cchc --plan hostile.csv export md
