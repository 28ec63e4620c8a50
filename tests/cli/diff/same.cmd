for plan in ../../data/plan-2021.json plan-2021-nfd.csv plan-2021-utf16.csv; do cchc diff ../../data/plan-2021.csv $plan || echo differs; done
cchc list --format csv >"$TMP/list.csv"; cchc diff ../../data/plan-2021.csv "$TMP/list.csv" --format json || echo differs
iconv -f UTF-8 -t UTF-16 plan-2021-adjusted.csv >"$TMP/wide.csv"; cchc diff "$TMP/wide.csv" plan-2021-adjusted.csv --format csv
