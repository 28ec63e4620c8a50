#!/bin/bash
# SPDX-License-Identifier: MIT
# usage: tests/bench/store.sh BUILD_DIR TASKS
#
# The same questions over TASKS tasks of many plans, and an entry for every tenth of them, asked of
# files, of one server and of two: the answers must be equal, their times and what the one server sent
# are printed. No time makes it fail; an answer that differs does.
set -eu
build=$(realpath "$1")
tasks=$2
here=$(realpath "$(dirname "$0")")
. "$here/../store/cluster"
cluster_folder
trap 'cluster_stop one; cluster_stop half-a; cluster_stop half-b; rm -rf "$work"' EXIT
export PATH="$build:$PATH" LC_ALL=C HOME="$work" COLUMNS=80
cd "$work"
mkdir plans
"$build/bench/plan_make" "$here/../../data/plan-2021.csv" "$tasks" csv | awk '
	NR == 1 { head = $0; next }
	/^[a-z][a-z-]*-[0-9][0-9][0-9]+,/ {
		plan = substr($0, 1, index($0, ",") - 1)
		if (plan != last) { if (last) close("plans/" last ".csv"); last = plan; print head >("plans/" plan ".csv") }
	}
	{ print >>("plans/" last ".csv") }'
ls plans | awk '{ print "[plan " $0 "]\nyear = 2021\norganisation = Sở số " int(NR / 500) }' >cchc.ini
mv cchc.ini plans
count=$(ls plans/*.csv | wc -l)
some=$(basename "$(ls plans/*.csv | sed -n "$((count / 2))p")" .csv)

store() { # CLUSTER FILE…
	local name=$1 url started=$EPOCHREALTIME
	shift
	url=$(cluster_url "$name" owner)
	cluster_make "$name"
	cluster_start "$name" shared_buffers=512MB max_wal_size=4GB shared_preload_libraries=pg_stat_statements
	database=postgres sql "$name" owner 'create database cchc'
	sql "$name" owner 'create extension pg_stat_statements'
	cchc store init "$url" >/dev/null
	printf '%s\0' "$@" | xargs -0 -n 100000 cchc store add "$url" >/dev/null
	sql "$name" owner "do \$\$ declare t record; begin
		for t in select organisation, plan, id, recorded_title as title from cchc.task where number % 10 = 1 loop
			perform cchc.append(t.organisation, t.plan, null, 'bench', (select name from cchc.plan p where p.id = t.plan), t.id, 'in-progress', '2021-03-01', 10, 1000000, null, null, null, null, null, t.title, null);
		end loop; end \$\$"
	sql "$name" owner 'vacuum analyze'
	echo "$name: $# plans brought and $(sql "$name" owner 'select count(*) from cchc.entry') entries recorded in $(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $started }") s"
}
files=(plans/*.csv)
store one "${files[@]}"
store half-a "${files[@]:0:count/2}"
store half-b "${files[@]:count/2}"
one=$(cluster_url one owner)
two=(--plan "$(cluster_url half-a owner)" --plan "$(cluster_url half-b owner)")
sql one owner "copy (select p.name, e.seq, e.recorded_at, e.by, e.plan_id, e.task, e.status, e.on_day, e.percent, e.spent_vnd, e.title from cchc.entry e join cchc.plan p on p.id = e.plan order by p.name, e.seq) to stdout (format csv)" |
	awk -F, -v head=seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,title '
		$1 != last { if (last) close("plans/" last ".progress.csv"); last = $1; print head >("plans/" last ".progress.csv") }
		{ sub(/^[^,]*,/, ""); print >>("plans/" last ".progress.csv") }'

took() { # OUTPUT COMMAND…: the best of three, in milliseconds
	local out=$1 best= start took i
	shift
	for i in 1 2 3; do
		start=$EPOCHREALTIME
		"$@" >"$out" 2>"$out.err" || { cat "$out.err" >&2; exit 1; }
		took=$(awk "BEGIN { printf \"%d\", ($EPOCHREALTIME - $start) * 1000 }")
		[[ $best && $best -le $took ]] || best=$took
	done
	echo "$best"
}
moved() { # COMMAND…: the rows and kilobytes that the one server sends for it
	local rows bytes
	sql one owner 'select pg_stat_statements_reset()' >/dev/null
	"$@" >/dev/null 2>&1
	rows=$(sql one owner "select coalesce(sum(rows), 0) from pg_stat_statements where query like 'with %' or query like 'select%'")
	strace -f -qq -e trace=recvfrom -o trace "$@" >/dev/null 2>&1
	bytes=$(sed -n 's/.*recvfrom.* = \([0-9][0-9]*\)$/\1/p' trace | awk '{ sum += $1 } END { print int(sum / 1024) }')
	echo "$rows | $bytes"
}
echo
echo "files: $(du -sk plans | cut -f 1) kB"
echo '| question | files, ms | one server, ms | two servers, ms | rows moved | kB moved | bytes of the answer |'
echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: |'
while read -r words; do
	# shellcheck disable=SC2086
	{
		a=$(took a cchc --plan plans $words --as-of 2021-05-01)
		b=$(took b cchc --plan "$one" $words --as-of 2021-05-01)
		c=$(took c cchc "${two[@]}" $words --as-of 2021-05-01)
	}
	cmp a b
	cmp <(sort a) <(sort c)
	# shellcheck disable=SC2086
	echo "| $words | $a | $b | $c | $(moved cchc --plan "$one" $words --as-of 2021-05-01) | $(stat -c %s a) |"
done <<-TABLE
	budget --by lead --format csv
	status --by plan --format csv
	due --quarter 2 --format csv
	--in $some list
TABLE
a=$(took a cchc --plan "plans/$some.csv" update III.2 --note "x$RANDOM" --on 2021-04-01 --by bench)
b=$(took b cchc --plan "$one" --in "$some" update III.2 --note "x$RANDOM" --on 2021-04-01 --by bench)
c=$(took c cchc "${two[@]}" --in "$some" update III.2 --note "x$RANDOM" --on 2021-04-01 --by bench)
echo "| update of one plan | $a | $b | $c | $(moved cchc --plan "$one" --in "$some" update III.2 --note "x$RANDOM" --on 2021-04-01 --by bench) | $(stat -c %s a) |"
echo "| connecting alone (psql) | | $(took d "$bin/psql" -X -h "$work/pg/one.s" -U owner -d cchc -c 'select 1') | | | | |"
