try() { cchc "$@"; echo "$?" >&2; }
try export csv --todo
try list --todo
try export ics --tood
try --plan noyear.csv export ics
try export ics --format json
