cchc export json -o "$TMP/plan.json"; cchc --plan "$TMP/plan.json" budget --total; cchc --plan "$TMP/plan.json" list --columns plan --limit 1 --format csv
