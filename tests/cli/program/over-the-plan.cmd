cp noyear.csv "$TMP/p.csv"; cchc --plan "$TMP/p.csv" list --output "$TMP/p.csv"; CCHC_PLAN="$TMP/p.csv" cchc list --output "$TMP/p.csv"; cmp noyear.csv "$TMP/p.csv" && echo kept
