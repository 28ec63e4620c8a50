# SPDX-License-Identifier: MIT
# More than one server: several stores asked at once, and one that has a standby.
mkdir "$work/servers"
cd "$work/servers"
for name in tinh-a tinh-b; do
	server "$name" fsync=off
	cp "$data/../../data/plan-2021.csv" "$name.csv"
	printf '[plan %s.csv]\norganisation = Sở Nội vụ\n' "$name" >>cchc.ini
done
a=$(cluster_url tinh-a owner) b=$(cluster_url tinh-b owner)
cchc store add "$a" tinh-a.csv >/dev/null
cchc store add "$b" tinh-b.csv >/dev/null
cchc --plan "$a" update III.2 done --on 2021-06-25 --by an >/dev/null
cchc --plan "$b" update VII.1 --spent '120 triệu' --on 2021-06-20 --by an >/dev/null
for name in tinh-a tinh-b; do cchc store pull "$(cluster_url "$name" owner)" "$name" "$name.progress.csv" >/dev/null; done
while read -r words; do
	# shellcheck disable=SC2086
	equal "two servers answer as two files: $words" "$(cchc --plan tinh-a.csv --plan tinh-b.csv $words --as-of 2021-07-01)" \
		"$(cchc --plan "$a" --plan "$b" $words --as-of 2021-07-01)"
done <<-'TABLE'
	budget --by lead --format csv
	budget --by plan
	status --by plan --format json
	status
	due --quarter 2
	list --status done --format csv
	list --in tinh-b --section III
TABLE
check 'an update goes to its own server' cchc --plan "$a" --plan "$b" update tinh-b:III.3 done --on 2021-06-26
equal '… and no other' '1|2' "$(sql tinh-a owner 'select count(*) from cchc.entry')|$(sql tinh-b owner 'select count(*) from cchc.entry')"
fails 'an update that spans servers is refused' 2 'update one plan at a time' cchc --plan "$a" --plan "$b" update tinh-a:III.4 tinh-b:III.4 done --on 2021-06-26
equal '… and records nothing' '1|2' "$(sql tinh-a owner 'select count(*) from cchc.entry')|$(sql tinh-b owner 'select count(*) from cchc.entry')"
fails 'one store by two addresses' 2 'two addresses lead to one store' cchc --plan "$a" --plan "$a&application_name=x" list
check 'a file beside a server' cchc --plan "$a" --plan tinh-b.csv budget --by plan
cluster_stop tinh-b
fails 'a dead server is an error' 4 'no connection' cchc --plan "$a" --plan "$b" budget --total
equal '… and no answer' '' "$(cchc --plan "$a" --plan "$b" budget --total 2>/dev/null)"
fails 'one that is dead is named' 4 'tinh-b' cchc --plan "$a" --plan "$b" --keep-going budget --total
equal 'keep-going answers with what there is' 1285 "$(cchc --plan "$a" --plan "$b" --keep-going budget --total 2>/dev/null)"

# A primary with a standby that confirms each commit; the primary is lost, the standby promoted.
server first wal_level=replica max_wal_senders=4 hot_standby=on
first=$(cluster_url first owner)
cchc store add "$first" tinh-a.csv >/dev/null
as_server mkdir -p "$work/pg/second.s"
as_server "$bin/pg_basebackup" -D "$work/pg/second" -h "$work/pg/first.s" -U owner -R -X stream -c fast -d application_name=second >/dev/null 2>&1
count 'a standby is made' $?
sed -i "s|user=owner|application_name=second user=owner|" "$work/pg/second/postgresql.auto.conf"
cluster_start second hot_standby=on
clusters+=(second)
sql first owner "alter system set synchronous_standby_names = 'second'"
sql first owner 'select pg_reload_conf()' >/dev/null
for ((i = 0; i < 50; i++)); do [[ $(sql first owner "select sync_state from pg_stat_replication") == sync ]] && break; sleep 0.2; done
equal 'the standby confirms' sync "$(sql first owner 'select sync_state from pg_stat_replication')"
either="postgresql://owner@/cchc?host=$work/pg/first.s,$work/pg/second.s"
write="$either&target_session_attrs=read-write" read="$either&target_session_attrs=any"
(n=0; while [[ ! -e stop ]]; do
	n=$((n + 1))
	cchc --plan "$write" update III.3 --note "n-$n" --on 2021-06-01 --by x >/dev/null 2>>writer.err && echo "n-$n" >>acknowledged || sleep 0.1
done) & writer=$!
(while [[ ! -e stop ]]; do cchc --plan "$read" list --section III >/dev/null 2>>reader.err && echo ok >>read.ok || echo failed >>read.failed; done) & reader=$!
sleep 3
kill -9 "$(head -1 "$work/pg/first/postmaster.pid")"
sleep 1
during=$(wc -l <read.ok)
sleep 1
sql second owner "alter system set synchronous_standby_names = ''"
as_server "$bin/pg_ctl" -D "$work/pg/second" -w promote >/dev/null
promoted=$(wc -l <acknowledged)
sleep 3
touch stop
wait "$writer" "$reader"
sql second owner "select note from cchc.entry where by = 'x' order by note" >there
equal 'nothing acknowledged is missing after the primary is lost' '' "$(comm -23 <(sort acknowledged) <(sort there))"
[[ $(wc -l <acknowledged) -gt $promoted && $promoted -gt 0 ]]
status=$?
count "$promoted updates before, $(wc -l <acknowledged) after the standby was promoted" $status
[[ $(wc -l <read.ok) -gt $during ]]
count 'readers go on' $?
echo "  $(wc -l <acknowledged) acknowledged, $(wc -l <there) there; $(wc -l <read.ok) answers read, $(cat read.failed 2>/dev/null | wc -l) failed"
check 'the chain is whole on the new primary' cchc --plan "$write" journal check
cd "$work"
