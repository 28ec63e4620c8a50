# SPDX-License-Identifier: MIT
# Many at once, and servers that die: what was acknowledged is there, and nothing by halves.
server faults
url=$(cluster_url faults owner)
mkdir "$work/faults"
cd "$work/faults"
cp "$data/../../data/plan-2021.csv" .
printf '[plan plan-2021.csv]\norganisation = Sở Nội vụ\n' >cchc.ini
cchc store add "$url" plan-2021.csv >/dev/null

entries() { sql faults owner 'select count(*) from cchc.entry'; }
writer() { # NAME COUNT: says each update that was acknowledged
	local i
	for ((i = 1; i <= $2; i++)); do
		cchc --plan "$url" update III.3 --note "$1-$i" --on 2021-06-01 --by "$1" >/dev/null 2>>"$work/faults/$1.err" && echo "$1-$i" || sleep 0.1
	done
}
clients=${CLIENTS:-16} updates=${UPDATES:-100}
started=$EPOCHREALTIME
for ((c = 1; c <= clients; c++)); do writer "w$c" "$updates" >"w$c.done" & pids+=($!); done
wait "${pids[@]}"
echo "  $clients clients × $updates updates: $(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $started }") s"
equal 'all are acknowledged' $((clients * updates)) "$(cat w*.done | wc -l)"
equal 'all are there' $((clients * updates)) "$(entries)"
check 'the chain is whole' cchc --plan "$url" journal check

# Killed in the middle, again and again.
rm -f w*.done
kills=${KILLS:-20}
pids=()
for c in 1 2 3 4; do
	(n=0; while [[ ! -e stop ]]; do writer "k$c-$((++n))" 5; done) >"k$c.done" & pids+=($!)
done
for ((k = 1; k <= kills; k++)); do
	sleep "0.$((RANDOM % 8 + 2))"
	kill -9 "$(head -1 "$work/pg/faults/postmaster.pid")"
	rm -f "$work/pg/faults/postmaster.pid"
	for try in 1 2 3 4 5 6 7 8 9; do cluster_start faults 2>/dev/null && break; sleep 0.3; done
done
touch stop
wait "${pids[@]}"
cat k*.done | sort >acknowledged
sql faults owner "select note from cchc.entry where by like 'k%' order by note" | sort >there
equal 'after '"$kills"' kills nothing acknowledged is missing' '' "$(comm -23 acknowledged there)"
equal 'nothing is there twice' '' "$(uniq -d there)"
number=$(wc -l <acknowledged)
[[ $number -ge $kills ]]
count "$number updates were acknowledged meanwhile" $?
check 'the chain is whole after all' cchc --plan "$url" journal check
echo "  $(wc -l <acknowledged) acknowledged, $(wc -l <there) there, $(cat k*.err | sort | uniq -c | sort -rn | head -3)"

# A client whose connection is cut, and limits that are reached.
before=$(entries)
printf 'task,status,on,note\n' >many.csv
for ((i = 1; i <= 400; i++)); do echo "III.4,,2021-06-02,row $i" >>many.csv; done
cchc --plan "$url" update --from many.csv >said 2>&1 & pid=$!
for ((i = 0; i < 200; i++)); do
	sql faults owner "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cchc' and query like 'select new_id%'" | grep -q t && break
done
wait "$pid"
status=$?
after=$(entries)
[[ ($status == 0 && $after == $((before + 400))) || ($status == 4 && $after == "$before") ]]
count "a connection that is cut in the middle: all or none (exit $status, $((after - before)) more)" $?
fails 'a statement timeout' 4 'statement timeout' cchc --plan "$url&options=-cstatement_timeout%3D1" store add "$url&options=-cstatement_timeout%3D1" plan-2021.csv --id other
equal '… and nothing by halves' 1 "$(sql faults owner 'select count(*) from cchc.plan')"

# Sessions that are serializable unless told otherwise, and a deadlock with another's.
sql faults owner "alter role owner set default_transaction_isolation = 'serializable'"
rm -f w*.done
pids=()
before=$(entries)
for c in 1 2 3 4; do writer "s$c" 10 >"w$c.done" & pids+=($!); done
wait "${pids[@]}"
equal 'under serializable all are acknowledged' 40 "$(cat w*.done | wc -l)"
equal '… and there' $((before + 40)) "$(entries)"
sql faults owner "alter role owner reset default_transaction_isolation"
before=$(entries)
sql faults owner "set deadlock_timeout = '10s'; begin; lock table cchc.entry in share mode; select pg_sleep(1); select from cchc.plan for update; commit" >/dev/null 2>deadlock & holder=$!
sleep 0.3
check 'a deadlock is tried again' cchc --plan "$url" update III.4 --note 'deadlock' --on 2021-06-03
wait "$holder"
equal '… and nothing is twice' $((before + 1)) "$(entries)"
check 'it was one' grep -q 'deadlock detected' "$work/pg/faults.log"

sql faults owner "begin; select cchc.lock_plan(1, 1); select pg_sleep(2); commit" >/dev/null & holder=$!
sleep 0.3
check 'who comes second waits' cchc --plan "$url" update III.5 done --on 2021-06-03
wait "$holder"
cluster_stop faults
fails 'no server' 4 'no connection' cchc --plan "$url" list
fails 'no server to record at' 4 'no connection' cchc --plan "$url" update III.2 done
fails 'a server that is not there' 4 'no connection' cchc store list 'postgresql://nobody@127.0.0.1:1/cchc?connect_timeout=2'
fails 'a password is not shown' 4 'postgresql://127.0.0.1:1/cchc: no' cchc store list 'postgresql://me:secret@127.0.0.1:1/cchc'
! grep -q secret "$work/said"
count 'a password is not shown in errors' $?
cd "$work"

# A disk that is full: a small one of its own, where that may be mounted.
small=$work/pg/small
mkdir "$small" && chown "$(as_server id -u)" "$small"
if mount -t tmpfs -o size=60m,mode=700,uid="$(as_server id -u)" none "$small" 2>/dev/null; then
	finish_small() { cluster_stop small; umount "$small"; }
	cluster_make small && cluster_start small fsync=off max_wal_size=32MB wal_recycle=off
	database=postgres sql small owner 'create database cchc'
	full=$(cluster_url small owner)
	cchc store init "$full" >/dev/null
	cd "$work/faults"
	check 'a plan on a small disk' cchc store add "$full" plan-2021.csv
	check 'an entry on it' cchc --plan "$full" update III.2 done --on 2021-06-03
	dd if=/dev/zero of="$small/filler" bs=64k 2>/dev/null
	fails 'a full disk is said' 4 'No space left on device' cchc store add "$full" plan-2021.csv --id other
	rm "$small/filler"
	cluster_start small fsync=off 2>/dev/null
	equal '… and nothing by halves' 1 "$(sql small owner 'select count(*) from cchc.plan')"
	check 'what was acknowledged is there' cchc --plan "$full" journal check
	equal '… all of it' 1 "$(sql small owner 'select count(*) from cchc.entry')"
	finish_small
	cd "$work"
else
	echo 'skipped: a full disk (nothing may be mounted here)'
fi
