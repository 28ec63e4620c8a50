try() { cchc "$@"; echo "$?" >&2; }
try due --quarter 5
try due --month 13
try due --from 2021-01-01
try due --from 2021-02-30 --until 2021-03-01
try due --from 2021-03-01 --until 2021-02-01
try due --quarter 1 --month 2
