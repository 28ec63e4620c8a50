try() { cchc "$@"; echo "$?" >&2; }
try check --ignore shedule-style
try check --ignore numbering,
try check --fail-on eror
try check --rules --ignore numbering
try check III.2
try check --lead VP
try chek
