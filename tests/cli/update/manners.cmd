# Recording as people do it: twice, a file twice, on a budget of 0, years later, with days counted from today.
cp small.csv "$HOME/plan.csv"; cd "$HOME"; sed -i 's/,Quý 1,10/,Quý 1,0/' plan.csv
plan() { cchc --plan plan.csv --as-of 2021-10-01 "$@"; echo "$?" >&2; }
plan update I.1 done --on 2021-03-20 --spent 9 --by An
plan update I.1 done --on 2021-03-20 --spent 9 --by An
plan update I.1 done --on 2021-03-20 --spent 9 --by An --format csv
plan update I.1 in-progress --on 2021-03-20 --by An --format csv
plan update I.1 done --on 2021-03-20 --spent 9 --by An --format csv # it was changed meanwhile
printf 'task,status,on,note\nI.2,đang thực hiện,2021-05-01,một\nII.1,done,2021-06-01,hai\n' >answers.csv
plan update --from answers.csv --by An --format csv; plan update --from answers.csv --by An --dry-run
printf 'II.1,done,2021-06-01,ba\n' >>answers.csv; plan update --from answers.csv --by An
plan list --status 'Đã hoàn thành' --columns id --format csv; plan list --status 'đang thực hiện,chua thuc hien' --columns id --format csv
cchc --plan plan.csv update I.2 done --on 2023-01-01 --as-of 2024-01-01; cchc --plan plan.csv update I.2 done --on 2022-02-01 --as-of 2024-01-01 --by An --dry-run
for day in today yesterday -400d +1d -7 7d +d +-7d +999999d tomorrow; do
	cchc --plan plan.csv --as-of 2021-10-01 update I.2 --due=$day --dry-run --force --by An --format csv 2>&1 | grep ',due,\|expected'
done
plan due --until 2021-12-31 | tail -1; plan due --until 2021-09-30; plan due --from 2021-09-30
# overdue from before the period, first, where progress is recorded
plan update II.1 not-started --due 2021-08-15 --on 2021-07-01 --by An --format csv
plan due; plan due --quarter 3,4 --format csv --columns id,group,due,days_left; rm plan.progress.csv; plan due | head -3
cchc --as-of 2026-01-01 status | sed -n 6,10p; cchc --plan plan.csv --as-of 2026-01-01 | head -20
