# cchc alone: a page for each of a few plans, totals of many.
cchc --plan several.csv --as-of 2021-05-01
cchc --plan several.csv --plan clean.csv --plan official.csv --as-of 2021-05-01
cchc --plan several.csv --plan clean.csv --lang vi --as-of 2021-05-01
# where $CCHC_PLAN names them, the next steps work as typed
CCHC_PLAN=several.csv cchc --as-of 2021-05-01 | tail -n 7
