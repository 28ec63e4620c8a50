export CCHC_PROGRESS=$HOME/j.csv
try() { cchc --as-of 2021-10-01 "$@"; echo "$?" >&2; }
cd "$HOME"
printf 'task;status;on;percent;spent;note;evidence\nIII.2;đã hoàn thành;25/09/2021;;;;15/BC-VP\nVII.2;in-progress;;40%%;1,2 tỷ;=1+1;\nI.2;;;;;;\n' >"$HOME/answers.csv"
try update --from answers.csv --dry-run --by An | sed "s,$HOME,~,"
test -e "$HOME/j.csv"; echo "$?"
try update --from answers.csv --by An --force | sed "s,$HOME,~,"
cut -d, -f1,3- "$HOME/j.csv" | sed 's/,"\?e[0-9a-f]\{15\}.*//'
cchc log --format csv --columns seq,note
printf 'task,status,on,percent,spent\nIII.2,finished,,,\nIII.99,done,,,\nIII.3,,31/6/2021,,\nIII.4,,,101,\nIII.5,,,,5 usd\n,done,,,\nIII.6,done,2021-12-01,,\n' >"$HOME/bad.csv"
try update --from bad.csv
printf 'task,status\nIII.2,done\nIII.3,done,2021-01-01,x\n' | try update --from - --as-of 2021-10-01
printf 'task,status,on\nIII.1,done,2021-12-01\nIII.2,done,2020-03-01\n' | try update --from -
try update --from bad.csv --note x
cut -d, -f1,5 j.csv | sed 's/,"\?e[0-9a-f]\{15\}.*//'
