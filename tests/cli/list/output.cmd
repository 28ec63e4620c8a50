cchc list --section I --format csv --columns id --output "$TMP/out.csv"; cat "$TMP/out.csv"; ls "$TMP"
