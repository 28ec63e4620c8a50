# Many runs: not under valgrind.
# What others do to a journal is found, and mended without losing an entry.
cp small.csv "$HOME/plan.csv"; cd "$HOME"; j=plan.progress.csv
plan() {
	cchc --plan plan.csv --as-of 2021-10-01 "$@" 2>err
	local rc=$?
	sed 's/e[0-9a-f]\{15\}/ID/' err >&2
	echo $rc >&2
}
for i in 1 2 3 4; do plan update I.1 --percent ${i}0 --on 2021-0$i-01 --note '=a; "b"' --by An --format csv >out; done
plan undo 2 --by An --format csv >out; plan journal check; cp $j good.csv
try() { echo "# $1"; cp good.csv $j; eval "$2"; plan journal check --format csv; plan update I.2 done --by An --dry-run --format csv >out; plan update I.2 done --by An --format csv
	plan journal repair; plan journal check; plan log --format csv --columns seq,task,percent,voids; rm -f $j.orig; }
try deleted "sed -i 3d $j"
try edited "sed -i '4s/,30,/,35,/' $j"
try doubled "sed -i '3p' $j"
try sorted "{ sed -n 1p good.csv; sed 1d good.csv | tac; } >$j"
try 'by hand' "sed -i 's/,e[0-9a-f]\{15\},\"[0-9a-f]*\"\$/,,/' $j"
try 'an entry that says two things' "sed -n '3s/,20,/,25,/p' good.csv >>$j"
try 'columns of others' "sed -i 's/\$/,x/; 1s/x\$/remark/' $j"
try 'a spreadsheet' "sed -i 's/,2021-0\([0-9]\)-01,/,01\/0\1\/2021,/; s/,/;/g' $j"
try 'dates of another country' "sed -i 's/,2021-0\([0-9]\)-01,/,0\1\/31\/2021,/' $j"
try nothing :
plan journal; plan journal chek; plan journal merge good.csv; plan journal check nowhere.csv; plan journal check a b; plan journal repair nowhere.csv
# version 1: nothing to verify, and rewritten whole by repair
printf '%s\n' 'seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids' '1,2021-03-20T08:00:00Z,An,plan,I.1,done,2021-03-20,,,,,,' '2,2021-03-21T08:00:00Z,An,plan,I.1,,2021-03-21,,,,,,1' >$j
plan journal check; plan journal repair; cut -d, -f1,5-7,13 $j | sed 's/e[0-9a-f]\{15\}/ID/'
