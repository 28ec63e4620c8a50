# A plan is adjusted in mid-year: its progress stays that of the tasks it was recorded of, or none.
cp small.csv "$HOME/plan.csv"; cd "$HOME"
plan() { cchc --plan plan.csv --as-of 2021-10-01 "$@"; echo "$?" >&2; }
plan update I.1 done --on 2021-03-20 --spent 9 --by An --format csv
plan update I.2 in-progress --on 2021-04-01 --by An --format csv
plan update II.1 done --on 2021-05-01 --by An --format csv
cp plan.csv old.csv
sed -i 's/^1,Rà soát/2,RÀ SOÁT/; s/^2,Tuyên truyền,/3,Tuyên truyền và tập huấn,/; 4a 1,Đối thoại với doanh nghiệp,Hội nghị,Văn phòng,,Quý 4,5' plan.csv
sed -i 's/^1,Sửa đổi quy chế/1,Bổ nhiệm cán bộ/' plan.csv
# no answer that counts progress, by whatever way it is asked for …
for ask in status 'show I.2' 'due --quarter 4' 'report --period 9m' timeline 'list --columns id,status' 'list --status done' \
	'export xlsx -o plan.xlsx' 'list --sort percent'; do plan $ask 2>&1 | grep -c 'adopt'; done
# … and what does not ask for it goes on
plan list --columns id,title; plan list --format csv | cut -d, -f2,20-; plan budget --total; plan budget --format csv
plan check --format csv --columns id,rule,line,message | grep progress; plan log --format csv --columns seq,task,status,title
plan export csv | head -2; plan plans --format csv
plan adopt --dry-run; plan adopt old.csv --by An
plan list --columns id,status,spent_vnd --format csv; plan log II.1; plan log I.2
plan adopt I.2=I.3 II.1=none --by An --format csv
plan list --columns id,status,spent_vnd --format csv
plan adopt --by An
# one task more above them: what was carried, and what was recorded since, is stray in its turn
plan update I.1 done --on 2021-09-01 --by An --format csv
sed -i 's/^3,/4,/; s/^2,RÀ/3,RÀ/; s/^1,Đối/2,Đối/; 4a 1,Khai mạc,Hội nghị,Văn phòng,,Quý 1,5' plan.csv
plan status --format csv
plan adopt --by An --format csv
plan list --columns id,status,spent_vnd --format csv
plan adopt I.9=I.1; plan adopt I.1=I.9; plan adopt a.csv b.csv; plan adopt nowhere.csv
