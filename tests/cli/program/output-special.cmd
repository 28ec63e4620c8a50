ln -s real.csv "$TMP/link.csv"; echo old >"$TMP/real.csv"; mkfifo "$TMP/pipe"
cchc list I.1 --columns id -f csv -o "$TMP/link.csv"; cat "$TMP/real.csv"; test -L "$TMP/link.csv" && echo link
(cchc list I.2 --columns id -f csv -o "$TMP/pipe" &) ; cat "$TMP/pipe"; test -p "$TMP/pipe" && echo pipe
cchc list I.3 --columns id --output - -f csv
cchc list I.4 --columns id --output "$TMP/by-ending.json"; cat "$TMP/by-ending.json"
