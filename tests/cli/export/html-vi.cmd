cchc --plan small.csv export html --as-of 2021-06-30 --lang vi --section II --output "$TMP/plan.html"
grep -c '' "$TMP/plan.html" | sed 's/^[0-9]*$/written/'; sed -n '2p; /<desc/p' "$TMP/plan.html"
