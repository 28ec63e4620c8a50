# export csv guards what a spreadsheet would reckon with, and loading takes the guard off again
cchc --plan formulas.json export csv
cchc --plan formulas.json export json >"$TMP/a"
cchc --plan formulas.json export csv -o "$TMP/formulas.csv"; cchc --plan "$TMP/formulas.csv" export json >"$TMP/b"
diff <(grep number "$TMP/a") <(grep number "$TMP/b") && echo equal
# scripts get the text itself, and a list of it loads again too
cchc --plan formulas.json list --format csv --columns id,title,output,lead,coordinating,schedule
cchc --plan formulas.json list --format csv -o "$TMP/list.csv"; cchc --plan "$TMP/list.csv" list --format csv | cmp - "$TMP/list.csv" && echo exact
