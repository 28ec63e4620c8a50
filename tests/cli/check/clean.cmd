cchc check --plan clean.csv; echo $?; cchc check --plan clean.csv --format json
