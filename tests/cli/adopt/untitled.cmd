# Entries from before titles were kept count by number, said, until the old plan gives them theirs.
cp small.csv "$HOME/plan.csv"; cd "$HOME"
plan() { cchc --plan plan.csv --as-of 2021-10-01 "$@"; echo "$?" >&2; }
printf '%s\n' 'seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids' \
	'1,2021-03-20T08:00:00+07:00,An,plan,I.1,done,2021-03-20,,9500000,,"a ""b"", c",,""' \
	'2,2021-05-20T08:00:00+07:00,An,plan,I.2,in-progress,2021-05-20,40,,,,,' >plan.progress.csv
plan list --columns id,status --format csv
cp plan.csv old.csv; sed -i 's/^2,Tuyên/3,Tuyên/; s/^1,Rà/2,Rà/; 4a 1,Đối thoại,Hội nghị,Văn phòng,,Quý 4,5' plan.csv
plan adopt old.csv --by An --format csv
plan list --columns id,status --format csv
cut -d, -f1,3- plan.progress.csv | sed 's/,"\?e[0-9a-f]\{15\}.*//'
# a plan that was renamed, a journal that is not there, no place for one
mv plan.csv renamed.csv
cchc --plan renamed.csv status --as-of 2021-10-01 --format csv --columns group,tasks
cchc --plan renamed.csv --progress plan.progress.csv list --columns id,status --format csv
mkdir links; ln -s ../renamed.csv links/plan.csv; cp plan.progress.csv renamed.progress.csv
cchc --plan links/plan.csv list --columns id,status --format csv; cchc --plan links/plan.csv update II.1 --note x --as-of 2021-10-01 --by An | tail -1; ls links
rm renamed.progress.csv
cchc --plan renamed.csv --progress nowhere.csv list; echo $?
env -u HOME cchc status --as-of 2021-10-01 --format csv --columns group,tasks | head -2
# next year's plan is another one
sed 's/NĂM 2021/NĂM 2022/' renamed.csv >plan.csv; sed 's/^2,Rà/4,Rà/' plan.csv >next.csv; cp plan.progress.csv next.progress.csv
cchc --plan next.csv adopt renamed.csv --by An --format csv
