try() { cchc "$@"; echo "$?" >&2; }
try --plan '' list
try --plan= list
