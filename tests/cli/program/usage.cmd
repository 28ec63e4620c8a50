try() { cchc "$@"; echo "$?" >&2; }
try list --quarter
try list --reverse=yes
try due extra
try list --total
try budget --month 3
try list --limit ten
try list --section ""
try --as-of 2021-02-29 list
try list --year 20
try list --sec I
try --columns id
