cchc check --plan ../../data/plan-2021.json --format jsonl --ignore schedule-style --ignore agency-style
