# Many runs: not under valgrind.
# The numbers of every report once more, counted from the journal by other means.
: >"$HOME/none.csv"
count() { # AS_OF: the keys of `total`, from the milestones of the plan and the journal's lines
	{
		cchc timeline --progress "$HOME/none.csv" --as-of 2021-01-01 --format csv --columns id,milestone,due | tail -n +2
		echo entries
		tail -n +2 progress-2021.csv | sed 's/,"[^"]*"$//; s/,\([0-9]*\)$/,"\1"/' | sort -t, -k7,7 -k1,1n
	} | awk -F, -v as_of="$1" '
		$1 == "entries" { journal = 1; next }
		!journal { due[$1, ++n[$1]] = $3; task[$1] = 1; next }
		$7 > as_of { next }
		{ lines[++count] = $0; void = $0; sub(/"$/, "", void); sub(/.*"/, "", void); if (void) voided[void] = 1; }
		END {
			for (l = 1; l <= count; l++) {
				split(lines[l], c, ",")
				if (c[1] in voided || c[5] !~ /./ || lines[l] ~ /"[0-9]+"$/) continue
				k = 0; id = c[5]
				if (split(id, part, "/") == 2) { id = part[1]; k = part[2] }
				reported[id] = 1
				if (c[10]) due[id, k ? k : 1] = c[10]
				if (c[8]) percent[id] = c[8]
				if (c[9]) spent[id] = c[9]
				if (!c[6]) continue
				cancelled[id] = c[6] == "cancelled" && !k
				if (cancelled[id]) continue
				if (c[6] == "in-progress" && !k && n[id] > 1) { started[id] = 1; continue }
				for (m = k ? k : 1; m <= (k ? k : n[id]); m++)
					if (status[id, m] != c[6] && (k || status[id, m] != "done")) {
						status[id, m] = c[6]; on[id, m] = c[7]
					}
			}
			for (id in task) {
				tasks++; money += spent[id]
				if (id in reported) reports++
				if (cancelled[id]) { gone++; continue }
				open = late = dated = over = begun = next_due = 0
				for (m = 1; m <= n[id]; m++) {
					d = due[id, m]
					if (status[id, m] == "done") { begun = 1; if (d) dated = 1; if (d && on[id, m] > d) late = 1; continue }
					open = 1
					if (status[id, m] == "in-progress") begun = 1
					if (d) next_due = 1
					if (d && d < as_of) over = 1
				}
				if (!open) { done++; if (late) done_late++; else if (dated) on_time++; else undated++; continue }
				if (over) overdue++; else if (next_due) in_time++; else no_due++
				if (begun || started[id] || percent[id] > 0) going++; else waiting++
			}
			printf "tasks:%d,done_on_time:%d,done_late:%d,done_no_due:%d,open_in_time:%d,open_overdue:%d,", tasks, on_time, done_late, undated, in_time, overdue
			printf "open_no_due:%d,not_started:%d,in_progress:%d,cancelled:%d,reported:%d,", no_due, waiting, going, gone, reports
			printf "completion_percent:%.1f,spent_vnd:%d\n", int(done * 1000 / (tasks - gone) + 0.5) / 10, money
		}'
}
said() { # KEY: the same keys of an object of the report
	sed -n "s/.*\"$1\":{\([^}]*\)}.*/\1/p" "$HOME/report.json" | tr -d '"' |
		sed 's/.*,\(tasks:.*\),budgeted.*\(,spent_vnd:[0-9]*\).*/\1\2/'
}
while read -r period cut_off before; do
	cchc report --period "$period" --format json --progress progress-2021.csv >"$HOME/report.json"
	for pair in "total $cut_off" "before $before"; do
		set -- $pair
		if [ "$(said "$1")" = "$(count "$2")" ]; then echo "$period $1: $(said "$1")"; else
			echo "$period $1: said"; said "$1"; echo counted; count "$2"
		fi
	done
done <<END
q1 2021-03-14 2020-12-14
6m 2021-06-14 2021-03-14
9m 2021-09-14 2021-06-14
q3 2021-09-14 2021-06-14
year 2021-12-14 2021-09-14
m4 2021-04-14 2021-03-14
m10 2021-10-14 2021-09-14
END
