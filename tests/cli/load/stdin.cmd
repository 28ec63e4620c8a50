cchc --plan - list --columns id,budget <rows.jsonl; cchc --plan - list <errors.csv 2>&1 | head -n 1
