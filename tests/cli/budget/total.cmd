cchc budget --total; cchc budget --section VII --total; cchc budget --total --unit vnd; cchc budget --total --unit thousand --section v; cchc --plan rows.jsonl budget --total
