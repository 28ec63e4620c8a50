cchc --plan official.csv export md
