cchc --plan rows.jsonl list --format csv --columns id,budget,budget_vnd,due
