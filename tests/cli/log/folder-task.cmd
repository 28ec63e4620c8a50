# A task of one plan of a folder: not the entries of another plan's task of the same id.
mkdir "$HOME/plans"
cp small.csv "$HOME/plans/a.csv"
cp small.csv "$HOME/plans/b.csv"
cd "$HOME/plans"
for plan in a b; do
	cchc --plan $plan.csv --year 2021 update I.1 done --on 2021-03-01 --by $plan >/dev/null
done
cchc --plan . --year 2021 log a:I.1 --columns plan,task,by
cchc --plan . --year 2021 log b:I.1 a:I.1 --columns plan,task,by
