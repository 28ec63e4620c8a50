try() { cchc "$@"; echo "$?" >&2; }
try export
try export jsn
try export csv json
try export csv --format json
try --plan noyear.csv --plan hostile.csv export csv
