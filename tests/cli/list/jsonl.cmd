cchc list --section VII --format jsonl --columns id,number,budget,budget_vnd,due
