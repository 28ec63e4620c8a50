j=$HOME/j.csv; export CCHC_PROGRESS=$j
rec() { cchc --as-of 2021-10-01 "$@"; echo "$?" >&2; }
rec update III.2 done --on 2021-09-25 --evidence '15/BC-VP' --by An | sed "s,$HOME,~,"
rec update V.1/1 done --on 30/04/2021 --by An | sed "s,$HOME,~,"
rec update VII.2 --percent 40 --spent '12,5 triệu' --on 2021-05-20 --by An | sed "s,$HOME,~,"
rec update I.1 --due 2021-11-15 --note $'chờ  tỉnh\nban hành' --by An | sed "s,$HOME,~,"
rec update II.1 II.2 in-progress --by An --format csv
cut -d, -f1,3- "$j" | sed 's/,"\?e[0-9a-f]\{15\}.*//'
cchc --as-of 2021-10-01 show I.1
cchc --as-of 2021-10-01 show V.1 --format json | sed 's/"recorded_at":"20[^"]*"/"recorded_at":"…"/'
