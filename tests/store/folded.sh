# SPDX-License-Identifier: MIT
# Totals over tasks whose entries the server folds are those of files, whatever was recorded in
# whatever order: entries drawn by chance, the same in each run, asked for as of several days.
server folded fsync=off
url=$(cluster_url folded owner)
at=(--plan "$url")
mkdir "$work/folded"
cd "$work/folded"
cchc export csv --output plan.csv
tasks=$(cchc list --format csv --columns id --plan plan.csv --year 2021 | sed 1d | tr '\n' ' ')
for ((i = 1; i <= 12; i++)); do
	cp plan.csv so-$i.csv
	printf '[plan so-%d.csv]\norganisation = Sở số %d\nyear = 2021\n' $i $i
done >cchc.ini
rm plan.csv
draw() { # SEED ENTRIES WILD: answers, of which a share of WILD in a hundred are not plain reports
	awk -v seed=$1 -v entries=$2 -v wild=$3 -v tasks="$tasks" '
		function pick(n) { return int(rand() * n) + 1 }
		BEGIN {
			srand(seed)
			count = split(tasks, id, " ")
			print "task,status,on,percent,spent_vnd,due,note"
			for (n = 0; n < entries; n++) {
				task = id[pick(count)]
				phased = task ~ /^V\.[12]$/
				of_part = phased && rand() < 0.4
				if (of_part) task = task "/" pick(2)
				status = percent = spent = due = ""
				kind = rand()
				if (kind < 0.3) status = "in-progress"
				else if (kind < 0.5) status = "done"
				if (rand() * 100 < wild) status = pick(2) == 1 ? "cancelled" : "not-started"
				if (rand() * 100 < wild && phased == of_part) due = sprintf("2021-%02d-15", pick(12))
				if (!of_part && (status == "" || status == "in-progress") && rand() < 0.4) percent = (pick(6) - 1) * 10
				if (!of_part && rand() < 0.3) spent = pick(9) * 100000
				printf "%s,%s,2021-%02d-%02d,%s,%s,%s,%s\n", task, status, pick(8), pick(28), percent, spent, due, "n" n
			}
		}'
}
for ((i = 1; i <= 12; i++)); do
	draw $i $((i * 12)) $((i > 6 ? 10 : 0)) >answers.in
	check "answers of so-$i" cchc --plan so-$i.csv update --from answers.in --by an
	((i % 4)) || check "one of so-$i is taken back" cchc --plan so-$i.csv undo $i --on 2021-05-20 --by an
done
rm answers.in
check 'plans with drawn entries are added' cchc store add "$url" so-?.csv so-??.csv
for ((i = 1; i <= 12; i++)); do check 'and the entries' cchc store push "$url" so-$i so-$i.progress.csv; done
for day in 2021-02-10 2021-04-01 2021-06-30 2021-12-31; do
	while read -r words; do
		eval "same_answer $words --as-of $day"
	done <<-'TABLE'
		status
		status --by plan --format csv
		status --by lead --format json
		status --by section
		status --by quarter
		budget --by plan --format csv
		budget --by lead
		budget --section V
		status --lead 'van phong so' --by plan
		budget --status done --by plan
		due --quarter 2
	TABLE
done
cd "$work"
