# Entries of tasks that the plan does not have are kept, shown and reported.
cp clean.csv "$HOME/plan.csv"; cd "$HOME"
printf 'seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids\n1,,An,plan,I.2,done,2021-03-01,,,,,,""\n2,,An,plan,IX.9,done,2021-03-01,,,,,,""\n3,,An,other,I.2,done,2021-03-01,,,,,,""\n' >plan.progress.csv
cchc --plan plan.csv check; echo $?
cchc --plan plan.csv log
cchc --plan plan.csv list --status done --as-of 2021-04-01 --format csv --columns id,status
