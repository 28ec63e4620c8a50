# Many runs: not under valgrind.
# A spreadsheet has written month before day, and amounts in short: the chain tells what they were.
cp small.csv "$HOME/plan.csv"; cd "$HOME"; j=plan.progress.csv
plan() { cchc --plan plan.csv --as-of 2021-12-31 "$@"; echo "$?" >&2; }
for i in 1 2 3; do plan update I.1 --percent ${i}0 --on 2021-0$i-05 --due 2021-1$((i - 1))-0$i --by An --format csv >out; done
plan update I.2 done --on 2021-03-28 --spent 1200 --by An --format csv >out; cp $j good.csv
turned() { sed 's/2021-\([0-9][0-9]\)-\([0-9][0-9]\)\([",]\)/\1\/\2\/2021\3/g; s/1200000000/1.2E+09/' good.csv; }
try() { echo "# $1"; eval "$2" >$j; plan status --format csv >out; [[ ! -s out ]] || echo counted; plan journal check --format csv; plan journal repair; cmp $j good.csv && echo 'as it was'; rm -f $j.orig; }
try turned turned
try 'nothing tells' "turned | sed 's/,e[0-9a-f]\{15\},\"[0-9a-f]*\"\$/,,/'"
try 'a date that may be two' "turned | sed -n '1,2p' | sed 's/,e[0-9a-f]\{15\},\"[0-9a-f]*\"\$/,,/'"
try 'an amount that lost digits' "sed 's/1200000000/1.23E+09/' good.csv"
try 'not an amount' "sed 's/1200000000/1.23E+99/' good.csv"
try 'one was edited too' "turned | sed '3s/,20,/,21,/'"
try 'day before month' "sed 's/2021-\([0-9][0-9]\)-\([0-9][0-9]\)\([\",]\)/\2\/\1\/2021\3/g' good.csv"
