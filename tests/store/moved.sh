# SPDX-License-Identifier: MIT
# Questions are answered by the server: the answers are those of files, and what travels is counted.
server moved fsync=off shared_preload_libraries=pg_stat_statements
url=$(cluster_url moved owner)
sql moved owner 'create extension pg_stat_statements'
folder=$work/many
mkdir "$folder"
plans=200
{
	for ((i = 1; i <= plans; i++)); do
		printf '[plan so-%03d.csv]\norganisation = Sở số %d\nyear = 2021\n' $i $((i % 7))
	done
} >"$folder/cchc.ini"
for ((i = 1; i <= plans; i++)); do
	awk -v n=$i 'BEGIN { FS = OFS = "," } NR > 1 && n % 3 == 0 { gsub(/Văn phòng Sở/, "Phòng Hành chính số " n % 5) } { print }' \
		"$data/../../data/plan-2021.csv" >"$folder/so-$(printf %03d $i).csv"
done
sed s/2023/2021/ "$data/official.csv" >"$folder/zz-official.csv"
sed s/2024/2021/ "$data/groups.csv" >"$folder/zz-groups.csv"
printf '[plan zz-official.csv]\norganisation = Sở số 1\n[plan zz-groups.csv]\norganisation = Sở số 2\n' >>"$folder/cchc.ini"
cd "$folder"
(
	set -e
	for i in 002 003 050 120; do
		cchc --plan so-$i.csv update III.2 done --on 2021-06-25 --by an
		cchc --plan so-$i.csv update V.1/1 done --on 2021-03-30 --by an
		cchc --plan so-$i.csv update VII.1 in-progress --percent 40 --spent '120 triệu' --on 2021-05-02 --by an
		cchc --plan so-$i.csv update IV.5 --due 2021-09-30 --on 2021-05-03 --by an
	done
	# some plans have plain reports of many tasks, and a few entries that are not plain
	for i in 010 020 030 040 060; do
		{
			echo task,status,on,percent,spent_vnd,note
			for ((n = 1; n <= 5; n++)); do
				echo II.$n,in-progress,2021-02-0$n,$((n * 10)),$((n * 1000000)),
				echo II.$n,done,2021-0$((n + 3))-15,,,
				echo III.$n,,2021-03-0$n,$(((n - 1) * 20)),,
				echo III.$n,in-progress,2021-03-0$n,,500000,
				echo III.$n,,2021-08-0$n,90,700000,later
				echo IV.$n,,2021-04-0$n,,,only a note
				echo V.$n,done,2021-06-3$((n % 2)),,,
			done
			echo V.1,in-progress,2021-06-29,,,
			echo IV.1,done,2021-05-02,,,
			echo IV.1,in-progress,2021-05-03,,,
			echo IV.2,done,2021-05-02,,,
			echo IV.2,in-progress,2021-05-03,,,
			echo IV.2,done,2021-05-04,,,
			echo VI.1,cancelled,2021-05-04,,,
			echo VI.2,,2021-05-04,50,,
			echo VI.3,in-progress,2021-05-04,50,,
			echo VI.3,not-started,2021-05-05,,,
		} | sed 's/06-31/07-01/' >answers.in
		cchc --plan so-$i.csv update --from answers.in --by an
	done
	rm answers.in
	# nothing but a note on a task of two milestones
	cchc --plan so-080.csv update V.1 --note 'only a note' --on 2021-03-10 --by an
	cchc --plan so-020.csv undo 1 --on 2021-06-01 --by an
	cchc --plan so-050.csv update III.6 in-progress --value '98%' --on 2021-05-03 --by an
	cchc --plan so-120.csv undo 3 --on 2021-06-01 --by an
) >/dev/null
count 'entries are recorded' $?
check 'many plans are added' cchc store add "$url" so-???.csv zz-groups.csv zz-official.csv
for i in 002 003 010 020 030 040 050 060 080 120; do
	check 'and their entries' cchc store push "$url" so-$i so-$i.progress.csv
done

# What a statement of ours has given, in rows, and what came over the socket, in bytes.
moved_rows() { sql moved owner "select coalesce(sum(rows), 0) from pg_stat_statements where query like 'with %' or query like 'select %'"; }
moved_bytes() { # COMMAND…
	strace -f -qq -e trace=recvfrom -o "$work/trace" "$@" >/dev/null 2>&1
	sed -n 's/.*recvfrom.* = \([0-9][0-9]*\)$/\1/p' "$work/trace" | awk '{ sum += $1 } END { print sum + 0 }'
}

at=(--plan "$url")
while read -r words; do
	eval "same_answer $words"
done <<-'TABLE'
	budget
	budget --by lead
	budget --by lead --format json
	budget --by quarter
	budget --by plan --format csv
	budget --total
	budget --section VII --total --unit vnd
	budget --lead 'van phong so' --by plan
	budget --quarter 2 --by section --format csv
	budget --status overdue --by lead
	budget --search 'tap huan' --by section
	status
	status --format json
	status --by lead
	status --by plan --format csv
	status --by plan --format csv --as-of 2021-03-03
	status --as-of 2021-05-02
	budget --by lead --format csv --as-of 2021-03-01
	status --by quarter
	status --section III,V --by section
	status --agency 'phong ke hoach' --by lead
	list --section III
	list --section III,XII
	list --section XX
	list --lead 'phong gdnn' --format csv
	list --lead 'phong khong co'
	list --coordinating 'cac phong' --format csv --columns all
	list --quarter 1 --schedule dated
	list --schedule recurring,phased --format json
	list --status overdue --limit 20
	list --status done,in-progress
	list --status not-started --section I --format csv
	list --budget '>=100' --sort budget_vnd --reverse
	list --budget missing,unspecified
	list --search 'Đánh giá' --format csv
	list --search 'danh  gia'
	list --section III --in so-050
	list --section III --in so-999
	due
	due --quarter 1
	due --quarter 2
	due --quarter 2 --format csv
	due --quarter 4 --by lead
	due --quarter 2,3 --format csv
	due --month 6 --format json
	due --from 2021-04-10 --until 2021-05-20
	due --from 2022-01-01 --until 2022-03-31
	due --all --quarter 1 --format csv
	due --until 2021-08-15 --lead 'van phong so'
	due --quarter 3 --status overdue
	due --quarter 2 --search 'tap huan'
	due --section VII --quarter 3
	due --lead 'phong gdnn' --quarter 3 --format md
	timeline --section V --in so-003
	list so-050:III.2 so-003:III.2
	list so-050:III.2 --format json --columns all
	list so-050:III.99
	list so-999:III.2
	show so-120:VII.1
	show so-050:III.6 --format json
	log so-120:VII.1
	log so-120:VII.1 so-050:IV.5 --format csv
	list so-120:I.1 --section II
	update so-120:I.2 done --on 2021-06-01 --by an --dry-run
	update so-120:I.2 so-120:I.3 done --on 2021-06-01 --by an --dry-run --format csv
	update so-120:I.99 done --on 2021-06-01 --by an --dry-run
	update so-120:I.2 dona --on 2021-06-01 --by an --dry-run
TABLE
check 'an update of one plan' cchc --plan "$url" update so-050:I.2 done --on 2021-06-01 --by an
equal '… is recorded' 6 "$(cchc --plan "$url" log --in so-050 --format csv | grep -c '^[0-9]')"
check '… and undone' cchc --plan "$url" undo 6 --in so-050 --on 2021-06-01 --by an
same_answer list so-003:I.2
sql moved owner 'select pg_stat_statements_reset()' >/dev/null
cchc --plan "$url" budget --by lead --format csv >/dev/null
rows=$(moved_rows)
bytes=$(moved_bytes cchc --plan "$url" budget --by lead --format csv)
whole=$(moved_bytes cchc --plan "$url" plans)
echo "budget --by lead of $((plans * 44)) tasks: $rows rows, $bytes bytes; all plans are $whole bytes"
one=$(moved_bytes cchc --plan "$url" update so-050:I.2 done --on 2021-06-01 --by an --dry-run)
echo "update of one of $plans plans: $one bytes"
((one * 10 < whole)); count 'an update moves its plan alone' $?
due=$(moved_bytes cchc --plan "$url" due --quarter 2 --as-of 2021-05-01)
cchc --plan "$url" due --quarter 2 --as-of 2021-05-01 --format csv >"$work/due.csv"
answer=$(stat -c %s "$work/due.csv")
echo "due --quarter 2: $due bytes for an answer of $answer"
((due * 2 < whole)); count 'what is due moves what is due' $?
((due * 2 < answer * 3)); count '… and little else' $?
((rows < 400)); count 'a total moves rows of totals' $?
((bytes * 10 < whole)); count '… and few bytes' $?
# Half of them on each of two servers.
server moved-a fsync=off
server moved-b fsync=off
a=$(cluster_url moved-a owner) b=$(cluster_url moved-b owner)
check 'a half' cchc store add "$a" so-0??.csv
check 'the other half' cchc store add "$b" so-1??.csv so-200.csv zz-groups.csv zz-official.csv
for i in 002 003 010 020 030 040 050 060 080; do check 'entries of one' cchc store push "$a" so-$i so-$i.progress.csv; done
check 'entries of the other' cchc store push "$b" so-120 so-120.progress.csv
at=(--plan "$a" --plan "$b")
while read -r words; do
	eval "same_answer $words"
done <<-'TABLE'
	budget --by lead
	budget --by section --format csv
	status --by plan --format csv
	status --by lead
	status
	due --quarter 2
	due --quarter 4 --format csv
	list --lead 'van phong so' --section III --format csv
	list --section XX
	list --search 'danh gia' --quarter 4
	list so-003:III.2 so-120:VII.1
	list --in so-120 --section I
TABLE
cd "$work"
