cchc --plan huge.csv list; cchc --plan huge.csv list --format csv --columns id,budget_vnd
