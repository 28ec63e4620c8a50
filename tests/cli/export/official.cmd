cchc --plan official.csv export csv; cchc --plan official.csv export json; cchc --plan official.csv export jsonl
