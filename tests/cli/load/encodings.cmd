show() { cchc "$@" list --format csv --columns id,title,output,lead,coordinating,schedule,budget | cmp - <(cchc list --format csv --columns id,title,output,lead,coordinating,schedule,budget) && echo same; }
iconv -f UTF-8 -t WINDOWS-1258 ../../data/plan-2021.csv >"$TMP/1258.csv"
iconv -f UTF-8 -t TCVN ../../data/plan-2021.csv >"$TMP/tcvn.csv"
(printf "\376\377"; iconv -f UTF-8 -t UTF-16BE ../../data/plan-2021.json) >"$TMP/be.json"
show --plan plan-2021-utf16.csv
show --plan "$TMP/be.json"
show --plan "$TMP/1258.csv" --encoding windows-1258
show --plan "$TMP/tcvn.csv" --encoding tcvn
