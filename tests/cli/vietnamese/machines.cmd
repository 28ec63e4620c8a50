# Many runs: not under valgrind.
# Formats for machines are the same in every language
for format in csv tsv json jsonl; do
	for arguments in 'list --columns all' 'show V.1 VI.1' 'due --all --quarter 3' 'due --all --quarter 3 --columns all' \
		budget 'budget --by quarter' status 'status --by quarter' timeline 'timeline --columns all' \
		'log --columns all' 'check --columns all' 'check --rules' 'undo 3 --by An --dry-run' \
		'update VII.1 done --spent 12 --force --on 2021-06-01 --by An --dry-run' \
		'diff ../../data/plan-2021.csv plan-2021-adjusted.csv --columns all' 'export json' 'export csv' 'export ics'; do
		set -- $arguments --as-of 2021-09-30 --progress progress-2021.csv
		[ "$1" = export ] || set -- "$@" --format "$format"
		cchc --lang en "$@" >"$TMP/en"
		cchc --lang vi "$@" >"$TMP/vi"
		cmp "$TMP/en" "$TMP/vi" && [ -s "$TMP/en" ] || echo "cchc $*"
	done
done
for period in 6m year; do
	cchc --lang en report --period $period --format json --progress progress-2021.csv >"$TMP/en"
	cchc --lang vi report --period $period --format json --progress progress-2021.csv >"$TMP/vi"
	cmp "$TMP/en" "$TMP/vi" && [ -s "$TMP/en" ] || echo "report --period $period"
done
