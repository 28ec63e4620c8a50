# Exact, with what the table leaves out; the total stands beside JSON's rows.
cchc plans --plan several.csv --plan official.csv --as-of 2021-06-30 --format csv
cchc plans --plan several.csv --plan official.csv --year 2021 --as-of 2021-06-30 --format json
cchc plans --plan several.csv --format jsonl --columns id,errors,warnings,notes,findings
cchc plans --plan clean.csv --format tsv --columns id,year,title,file
cchc plans --plan huge.csv; echo $?
