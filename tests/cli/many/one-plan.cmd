# report, export and diff are of one plan: --in says which of a list's.
P='--plan several.csv --year 2021 --as-of 2021-09-01'
cchc $P report --period 6m; echo $?
cchc $P export csv; echo $?
cchc $P --in so-y-te export csv
cchc $P --in so-y-te export json
cchc $P --in so-y-te export ics | grep -c '^BEGIN:VEVENT'
cchc $P --in so-noi-vu report --period 6m | head -n 5
cchc $P --in so-noi-vu --in so-y-te export md; echo $?
cchc diff several.csv several.csv; echo $?
cchc diff several.csv several.csv --in so-y-te; echo $?
cchc diff several.csv semicolon.csv --in so-y-te | tail -n 2
cchc diff several.csv several.csv --in so-y; cchc diff clean.csv official.csv --in so-y; cchc diff semicolon.csv several.csv --in clean; echo $?
