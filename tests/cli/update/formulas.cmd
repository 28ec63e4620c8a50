# what a spreadsheet would reckon with is guarded in the journal, and every text comes back as it was
export CCHC_PROGRESS=$HOME/j.csv
for note in '=1+1' "'=1+1" "''@x" "'" '-' "it's"; do
	cchc update III.2 --note "$note" --on 2021-05-01 --as-of 2021-06-01 --by An >/dev/null
done
cut -d, -f11 "$CCHC_PROGRESS"
cchc log --format csv --columns note --as-of 2021-06-01
