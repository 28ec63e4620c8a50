# A list of several plans: ids say which, one journal stands beside it, and --in chooses one.
cp several.csv clean.csv "$HOME"; cd "$HOME"; P='--plan several.csv --year 2021 --as-of 2021-09-01'
cchc $P list --columns id,title,status
cchc $P list III.2 --columns id; cchc $P list so-y-te:III.2 --columns id
cchc $P --in so-y-te list --columns id
cchc $P update III.2 done; echo $?
cchc $P update so-y-te:III.3 done; cchc $P update so-y:III.2 done; cchc $P --in so-noi-vu update so-y-te:III.2 done; echo $?
cchc $P update so-noi-vu:I.1 so-y-te:I.1 done --on 2021-03-01 --by An --format csv
cchc $P --in so-y-te update III.2/1 done --on 2021-06-01 --by An --format csv
printf 'plan,task,status,on\nso-noi-vu,III.2,done,2021-08-01\n,so-y-te:I.1,in-progress,2021-08-02\nubnd-xa,II.1,in-progress,2021-02-01\n' >answers.csv
cchc $P update --from answers.csv --by An --format csv
cchc $P --in ubnd-xa update --from answers.csv --by An --dry-run; echo $?
cut -d , -f 1,3-7,13 several.progress.csv
cchc $P log; cchc $P --in so-y-te log --format csv --columns seq,plan,task; cchc $P log so-noi-vu:I.1
cchc $P --in so-y-te undo 1; cchc $P undo 1 --by An; cchc $P --in so-y-te undo 2 --by An --format csv
cchc $P undo 7 --by An --format csv
cchc $P show so-noi-vu:I.1; cchc $P status --by plan --format csv --columns group,tasks,done_on_time,open_overdue,reported
cchc $P due --quarter 3 --all; cchc $P timeline --lead 'van phong so'; cchc $P check
cchc $P check --in ubnd-xa --format csv
