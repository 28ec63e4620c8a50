cchc diff ../../data/plan-2021.csv plan-2021-adjusted.csv --output "$TMP/changes.md"; echo $?; head -3 "$TMP/changes.md"
