# A task of one plan of a folder: not the entries of another plan's task of the same id. The newest
# stands first; what was recorded in the same second stands by plan, then the later first.
mkdir "$HOME/plans"
cp small.csv "$HOME/plans/a.csv"
cp small.csv "$HOME/plans/b.csv"
cd "$HOME/plans"
head='seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids'
printf '%s\n' $head 1,2021-03-20T08:00:00Z,An,a,I.1,done,2021-03-01,,,,,, 2,2021-03-20T08:00:00Z,An,a,I.1,,2021-03-01,,,,,,1 >a.progress.csv
printf '%s\n' $head 1,2021-03-20T08:00:00Z,Ba,b,I.1,done,2021-03-01,,,,,, 2,2021-03-20T08:00:01Z,Ba,b,I.1,,2021-03-01,,,,,,1 >b.progress.csv
cchc --plan . --year 2021 log a:I.1 --columns plan,task,seq,by
cchc --plan . --year 2021 log b:I.1 a:I.1 --columns plan,task,seq,by
