# The ending of --output's file chooses the format; one that the command cannot write is refused.
try() { rm -f "$TMP"/x*; cchc "$@" 2>&1; echo "exit code $?: $(cd "$TMP" && echo x*)"; }
head() { sed -n 1p "$TMP/$1"; }
for x in x x.txt x.csv x.TSV x.jsonl; do try list --section III --limit 1 -o "$TMP/$x"; head "$x"; done
try list -o "$TMP/x.docx"
try list -o "$TMP/x.docx" --section III --limit 1 --format csv; head x.docx
try list -o "$TMP/x.jsn"
try due -o "$TMP/x.html"
try status --as-of 2021-06-30 -o "$TMP/x.htm" -f md; head x.htm
try check -o "$TMP/x.xlsx"
try report --period 6m -o "$TMP/x.csv"
try report --period 6m -o "$TMP/x.HTML"; head x.HTML
try report --period 6m -o "$TMP/x.json"; head x.json
try update III.2 done --as-of 2021-06-30 --progress "$TMP/xj.csv" -o "$TMP/x.pdf"
try export -o "$TMP/x.json"; head x.json
try export json -o "$TMP/x.docx"; head x.docx
try export -o "$TMP/x.doc"
try export -o "$TMP/x"
try export --format md -o "$TMP/x"; head x
try -o "$TMP/x.csv"
try help list -o "$TMP/x.csv"
mkdir "$TMP/d.docx"; try budget --total -o "$TMP/d.docx/total"; cat "$TMP/d.docx/total"
