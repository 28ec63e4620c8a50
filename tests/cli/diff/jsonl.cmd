cchc diff ../../data/plan-2021.csv plan-2021-adjusted.csv --format jsonl --limit 2
