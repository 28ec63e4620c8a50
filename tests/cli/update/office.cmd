# what an agency sends back as an Excel or Word file, found out by content, not by its name
export CCHC_PROGRESS=$HOME/j.csv
try() { cchc --as-of 2021-10-01 "$@"; echo "$?" >&2; }
try update --from answers.xlsx --by An | sed "s,$HOME,~,"
cut -d, -f1,3- "$HOME/j.csv" | sed 's/,"\?e[0-9a-f]\{15\}.*//'
try update --from answers-bad.xlsx
cp answers.xlsx "$HOME/answers.csv"
try update --from - --dry-run --by An --format csv <"$HOME/answers.csv" | head -n 3
try update --from sheets.xlsx
try update --from plan-2021-libreoffice.docx
head -c 5000 answers.xlsx | try update --from -
