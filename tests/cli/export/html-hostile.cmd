cchc --plan hostile.csv --year 2021 export html --as-of 2021-02-01 >"$TMP/page.html"
LC_ALL=C.UTF-8 grep -c -P '[\x00-\x08\x0b-\x1f]|\x{202e}' "$TMP/page.html"; grep -c '<b>' "$TMP/page.html"
sed -n '/^<tr class="section">/,/^<\/table>/p' "$TMP/page.html"
