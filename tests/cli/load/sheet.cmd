try() { cchc "$@"; echo "exit code $?" >&2; }
try --plan sheets.xlsx list
try --plan sheets.xlsx --sheet "kh 2021" list --columns id,title,budget --year 2021
try --plan sheets.xlsx --sheet 2 budget --total
try --plan sheets.xlsx --sheet "KH 2023" list
try --plan sheets.xlsx --sheet 3 list
try --plan official.csv --sheet 1 list
try --sheet 1 list
try --plan plan-2021-tracked.docx --sheet 9 list
