for format in csv json jsonl tsv; do cchc list --format $format >"$TMP/plan"; cchc --plan "$TMP/plan" list --format csv | cmp - <(cchc list --format csv) && echo same; done
