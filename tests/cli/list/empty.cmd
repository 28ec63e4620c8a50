cchc list --search xyzzy; cchc list --search xyzzy --format json; cchc list --search xyzzy --format csv --columns id; cchc list --search xyzzy --format jsonl
