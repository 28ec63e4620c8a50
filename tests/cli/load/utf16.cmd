printf "\377\376a\000" >"$TMP/a.csv"; cchc --plan "$TMP/a.csv" list 2>&1 | sed "s|$TMP|TMP|"
