try() { cchc "$@"; echo "$?" >&2; }
try --plan noyear.csv export html
try --plan small.csv --plan hostile.csv export html
