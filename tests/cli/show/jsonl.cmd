cchc show I.1 --format jsonl
