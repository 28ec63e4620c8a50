# SPDX-License-Identifier: MIT
# What each login may do, and what the server itself refuses, tried as that login.
server rights fsync=off
login rights noivu yte giamsat quantri khach
owner=$(cluster_url rights owner)
mkdir "$work/rights"
cd "$work/rights"
for name in noi-vu y-te; do sed 's/Trung tâm/Cơ sở/' "$data/../../data/plan-2021.csv" >"$name.csv"; done
printf '[plan noi-vu.csv]\norganisation = Sở Nội vụ\n[plan y-te.csv]\norganisation = Sở Y tế\n' >cchc.ini
mkdir far && cp noi-vu.csv far/x.csv
printf '[plan x.csv]\norganisation = Sở Lạ\n' >far/cchc.ini
check 'grant makes what is not there' cchc store grant "$owner" noivu office 'Sở Nội vụ' --under 'UBND tỉnh'
check 'grant an office' cchc store grant "$owner" yte office 'Sở Y tế' --under 'UBND tỉnh'
check 'grant a supervisor' cchc store grant "$owner" giamsat supervisor 'UBND tỉnh'
check 'grant an administrator' cchc store grant "$owner" quantri administrator 'UBND tỉnh'
fails 'a right that is none' 2 'did you mean' cchc store grant "$owner" noivu ofice 'Sở Nội vụ'
check 'an administrator brings plans' cchc store add "$(cluster_url rights quantri)" noi-vu.csv y-te.csv
equal 'an office reads its own plan alone' 'noi-vu' "$(cchc --plan "$(cluster_url rights noivu)" plans --format csv | sed -n '2,$s/,.*//p' | grep -v total)"
equal 'a supervisor reads all below' 2 "$(cchc store list "$(cluster_url rights giamsat)" --format csv | grep -c '^Sở')"
check 'an office records its own' cchc --plan "$(cluster_url rights noivu)" update III.2 done --on 2021-06-25 --by 'Bà An'
check 'another records its own' cchc --plan "$(cluster_url rights yte)" update III.2 done --on 2021-06-26
equal 'who has logged in is kept beside --by' 'noivu|Bà An' "$(sql rights owner "select login, by from cchc.entry where login = 'noivu'")"
equal 'the supervisor sees both' 2 "$(cchc --plan "$(cluster_url rights giamsat)" list --status done --as-of 2021-07-01 --format csv | grep -c 'III,')"
fails 'a supervisor does not record' 4 'this login may not' cchc --plan "$(cluster_url rights giamsat)" --in noi-vu update III.3 done --on 2021-06-25
fails 'an administrator does not record' 4 'this login may not' cchc --plan "$(cluster_url rights quantri)" --in noi-vu update III.3 done --on 2021-06-25
fails 'an office brings no plans' 4 'this login may not' cchc store add "$(cluster_url rights noivu)" noi-vu.csv --id khac
fails 'an administrator brings none elsewhere' 2 'store grant' cchc store add "$(cluster_url rights quantri)" far/x.csv
fails 'who has no right sees nothing' 4 'may not' cchc --plan "$(cluster_url rights khach)" list

here() { sql rights owner "select $1 from cchc.plan where name = '$2'"; }
mine="$(here organisation noi-vu), $(here id noi-vu)"
theirs="$(here organisation y-te), $(here id y-te)"
before=$(sql rights owner 'select md5(string_agg(e::text, chr(10) order by organisation, seq)) from cchc.entry e')
tries=0
refused() { # LOGIN STATEMENT: that the server refuses it
	tries=$((tries + 1))
	! sql rights "$1" "$2" >"$work/said" 2>&1
	count "$1 may not: $2" $?
}
nothing() { # LOGIN STATEMENT: that it gives or changes no row
	tries=$((tries + 1))
	equal "$1 gets nothing of: $2" '' "$(sql rights "$1" "$2" 2>&1 | grep -v '^0$')"
}
say="null, 'x', 'y-te', 'III.3', 'done', '2021-06-01', null, null, null, null, null, null, null, null, null"
nothing noivu "select folded from cchc.task_text where organisation = ${theirs%,*}"
nothing noivu "select * from cchc.entry where plan = ${theirs#*, }"
nothing noivu "select bytes from cchc.version where plan = ${theirs#*, }"
nothing noivu "select * from cchc.section where plan = ${theirs#*, }"
nothing noivu "select * from cchc.milestone where plan = ${theirs#*, }"
nothing noivu "select * from cchc.part where id = 'y-te'"
nothing noivu "select name from cchc.organisation where name = 'Sở Y tế'"
nothing noivu "select * from cchc.right_of where login <> 'noivu'"
nothing noivu "select count(*) from cchc.plan where name = 'y-te'"
refused noivu "select cchc.append($theirs, $say)"
refused noivu "select cchc.lock_plan($theirs)"
refused noivu "insert into cchc.entry select * from cchc.entry"
refused noivu "insert into cchc.entry (organisation, plan, seq, recorded_at, on_day, id, chain, login, received_at) values ($mine, 99, 'x', '2021-01-01', 'x', 'x', 'yte', now())"
refused noivu "update cchc.entry set status = 'done'"
refused noivu "update cchc.entry set received_at = '2020-01-01'"
refused noivu "update cchc.entry set login = 'yte'"
refused noivu "delete from cchc.entry"
refused noivu "truncate cchc.entry"
refused noivu "update cchc.plan set seq = 0, chain = ''"
refused noivu "delete from cchc.plan"
refused noivu "insert into cchc.plan (organisation, name) values (${mine%,*}, 'mới')"
refused noivu "update cchc.task set lead = 'x'"
refused noivu "update cchc.version set bytes = 'x'"
refused noivu "insert into cchc.right_of (login, kind, organisation) values ('noivu', 'office', ${theirs%,*})"
refused noivu "select cchc.give('noivu', 'administrator', ${theirs%,*})"
refused noivu "update cchc.organisation set parent = null"
refused noivu "select cchc.organisation_of('Sở mới', 'so moi', null)"
refused noivu "select cchc.append($mine, '2099-01-01T00:00:00+00:00', ${say#null, })"
refused noivu "select cchc.append($mine, null, 'a' || chr(31) || 'b', 'noi-vu', 'III.3', 'done', '2021-06-01', null, null, null, null, null, null, null, null, null)"
refused noivu "select cchc.append($mine, null, 'x', 'noi-vu', 'III.3', 'finished', '2021-06-01', null, null, null, null, null, null, null, null, null)"
refused noivu "select cchc.append($mine, null, 'x', 'noi-vu', 'III.3', 'done', '2021-06-01', 150, null, null, null, null, null, null, null, null)"
refused noivu "set session authorization yte"
refused noivu "set role owner"
refused noivu "create table cchc.mine (x int)"
refused noivu "create function cchc.is_owner() returns boolean language sql as 'select true'"
refused noivu "alter table cchc.entry disable row level security"
refused noivu "create policy mine on cchc.entry using (true)"
refused noivu "drop schema cchc cascade"
refused noivu "copy cchc.entry from stdin"
refused noivu "create temp view organisation as select 1; select cchc.give('noivu', 'office', ${theirs%,*})"
refused giamsat "select cchc.append($mine, $say)"
refused giamsat "update cchc.entry set status = 'done'"
refused giamsat "insert into cchc.plan (organisation, name) values (${mine%,*}, 'mới')"
refused quantri "select cchc.append($mine, $say)"
refused quantri "delete from cchc.plan"
refused quantri "update cchc.version set bytes = 'x'"
refused quantri "delete from cchc.entry"
refused quantri "insert into cchc.version (organisation, plan, number, file, sha256, bytes, reader, added_by) values ($mine, 9, 'x', sha256('x'), 'x', 1, 'noivu')"
refused quantri "select cchc.give('quantri', 'office', ${mine%,*})"
refused khach 'select * from cchc.plan'
refused khach "select cchc.append($mine, $say)"
equal 'no try has changed an entry' "$before" "$(sql rights owner 'select md5(string_agg(e::text, chr(10) order by organisation, seq)) from cchc.entry e')"
[[ $tries -ge 25 ]]
count "$tries tries" $?
equal 'one look-up of rights a statement' 1 "$(sql rights noivu 'explain select * from cchc.task' | grep -c 'InitPlan')"
equal 'what search_path says is not believed' 1 "$(sql rights noivu "create temp table plan (organisation int, id bigint, seq bigint, chain text); set search_path = pg_temp; select new_seq - 1 from cchc.append($mine, null, 'x', 'noi-vu', 'III.4', 'done', '2021-06-01', null, null, null, null, null, null, null, null, null)")"
check 'the chain holds' cchc --plan "$owner" --in noi-vu journal check
cd "$work"
