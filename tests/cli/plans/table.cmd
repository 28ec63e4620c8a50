# A line a plan: of one file, of several files, of a list that names several; with a journal; sorted, limited, in Vietnamese.
cchc plans --as-of 2021-06-30
cchc plans --plan clean.csv --plan official.csv --plan several.csv --as-of 2021-06-30
cchc plans --plan several.csv
cchc plans --plan several.csv --plan clean.csv --sort findings --reverse --limit 2 --lang vi
cchc plans --progress progress-2021.csv --as-of 2021-09-30 --columns id,tasks,done,overdue,reported,spent_vnd,completion_percent
cchc plans --plan several.csv --format md
