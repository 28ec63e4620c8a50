# What is written is read again as the same plan, in every format that machines or offices read; what
# is for people is refused by name.
data=$PWD
cd "$HOME"
columns=id,section,section_title,number,title,output,indicator,lead,coordinating,schedule,source,person,note,start,due,budget_vnd
all() { cchc list --format json --columns "$columns" --id p "$@"; }
for plan in '' "$data/groups.csv" "$data/official.csv" "$data/small.csv"; do
	export CCHC_PLAN=$plan
	[ -n "$plan" ] || unset CCHC_PLAN
	year=$(cchc plans --format json 2>&1 | grep -o '"year":[0-9]*' | grep -o '[0-9]*$' | sed -n 1p)
	all ${year:+--year "$year"} >want.json
	for format in csv json jsonl xlsx docx; do
		cchc export "$format" --id p -o "p.$format" && all --plan "p.$format" ${year:+--year "$year"} >got.json
		cmp want.json got.json && echo "$(basename "${plan:-built in}") $format $(grep -c '"id"' got.json)"
	done
done
unset CCHC_PLAN
for format in csv tsv json jsonl; do
	cchc list --format "$format" -o "rows.$format"
	cchc list --format csv --plan "rows.$format" --id plan-2021 --year 2021 | cmp - <(cchc list --format csv) && echo "list $format"
done
for format in md html ics; do
	cchc export "$format" -o "p.$format"
	cchc list --plan "p.$format"
	echo "$?"
done
printf '{"year":2026,"sections":[]}' | cchc budget --total --plan -
echo "$?"
cchc budget --total --section I --status cancelled
