echo old >"$TMP/out"; cchc --plan errors.csv list --output "$TMP/out" 2>/dev/null; cat "$TMP/out"; ls "$TMP"
