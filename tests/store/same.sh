# SPDX-License-Identifier: MIT
# Every command gives the same bytes from a server as from files.
server same fsync=off
url=$(cluster_url same owner)
folder=$work/plans
mkdir "$folder"
cp "$data/../../data/plan-2021.csv" "$data/official.csv" "$data/groups.csv" "$folder"
cat >"$folder/cchc.ini" <<-'INI'
	[office]
	name = SỞ NỘI VỤ
	place = Cà Mau
	[plan plan-2021.csv]
	organisation = Sở Nội vụ
	[plan official.csv]
	organisation = Sở Nội vụ
	[plan groups.csv]
	organisation = Sở Nội vụ
INI
printf 'office,alias\nVăn phòng Sở,Phòng Hành chính\n' >"$folder/agencies.csv"
cd "$folder"
(
	cchc --plan plan-2021.csv update III.2 done --on 2021-06-25 --by an
	cchc --plan plan-2021.csv update V.1/1 done --on 2021-03-30 --by an
	cchc --plan plan-2021.csv update VII.1 in-progress --percent 40 --spent '120 triệu' --on 2021-05-02 --by an
	cchc --plan plan-2021.csv update IV.5 --due 2021-09-30 --note 'chờ "tỉnh"; \x' --on 2021-05-03 --by an
	cchc --plan plan-2021.csv undo 3 --on 2021-06-01 --by an
) >/dev/null
printf 'id,title\nI.1,Rà soát\n' >"$work/bare.csv"
fails 'a plan must say whose it is' 3 'cchc.ini' cchc store add "$url" plan-2021.csv "$work/bare.csv"
equal 'all or none: nothing was added' 0 "$(sql same owner 'select count(*) from cchc.version')"
check 'add' cchc store add "$url" official.csv plan-2021.csv groups.csv
fails 'adding the same again' 0 'has it already' cchc store add "$url" plan-2021.csv
check 'push' cchc store push "$url" plan-2021 plan-2021.progress.csv
equal 'what was pushed is not pushed again' '0 entries sent' "$(cchc store push "$url" plan-2021 plan-2021.progress.csv)"
equal 'init does nothing to what is there' 3 "$(cchc store init "$url" >/dev/null; sql same owner 'select count(*) from cchc.version')"

same() { # the words of a command, run on the folder and on the server
	local status
	cchc --plan . --as-of 2021-07-01 "$@" >"$work/file.out" 2>"$work/file.err"
	status=$?
	cchc --plan "$url" --as-of 2021-07-01 "$@" >"$work/server.out" 2>"$work/server.err"
	equal "exit code of $*" $status $?
	sed -i 's|^cchc: [^ ]*progress\.csv: |cchc: JOURNAL: |; s|\./||g' "$work/file.err"
	sed -i 's|^cchc: postgresql:///cchc: |cchc: JOURNAL: |' "$work/server.err"
	sed -i 's|\./||g' "$work/file.out"
	diff "$work/file.out" "$work/server.out" && diff "$work/file.err" "$work/server.err"
	count "same: $*" $?
}
while read -r words; do
	eval "same $words"
done <<-'TABLE'
	list
	list --format csv --columns all
	list --format json
	list --format jsonl --section VII
	list --section III,IX
	list --section XX
	list --lead 'van phong' --format md
	list --lead 'van phonk'
	list --search 'thu tuc'
	list --status done
	list --status overdue --format csv
	list --budget '>=10' --sort budget_vnd --reverse
	list --quarter 2 --limit 3
	list --schedule phased --format json
	list --in plan-2021
	list --in plan-2020
	list plan-2021:III.2
	list plan-2021:III.99
	show plan-2021:V.1
	show plan-2021:VII.1 --format json
	show plan-2021:III.2 --in plan-2021
	due --quarter 2
	due --quarter 2,3 --format csv
	due --all --format json
	due --month 6 --by lead --format md
	budget
	budget --by lead
	budget --by quarter --format json
	budget --by plan --format csv
	budget --section VII --in plan-2021 --total
	budget --in plan-2021 --section VII --format csv
	status
	status --by lead --format csv
	status --by plan --format json
	status --by quarter --section III
	status --lead 'phong gdnn' --in plan-2021
	plans
	plans --format json
	plans --roles
	agencies
	agencies --format json
	check
	check --format json
	timeline --in plan-2021
	log --in plan-2021
	log --in plan-2021 --format csv
	log plan-2021:VII.1
	report --period 6m --in plan-2021
	report --period 6m --in plan-2021 --format json
	export csv --in plan-2021
	export json --in plan-2021
	export jsonl
	export ics --in plan-2021
	export md --in plan-2021
	export csv --for 2022 --in plan-2021
	answers --period 6m --in plan-2021
	journal check --in plan-2021
	update plan-2021:I.2 done --on 2021-06-01 --by an --dry-run --format csv
TABLE
# Plans that stand on a server are compared and carried over as files are.
cp "$data/plan-2021-adjusted.csv" "$work/adjusted.csv"
cchc diff plan-2021.csv "$work/adjusted.csv" >"$work/file.out" 2>&1
cchc diff "$url" "$work/adjusted.csv" --in plan-2021 >"$work/server.out" 2>&1
check 'diff of a server and a file' diff "$work/file.out" "$work/server.out"
fails 'diff of a server with several plans' 2 'expected one' cchc diff "$url" "$work/adjusted.csv"
cchc diff "$url" "$url" --in plan-2021 >"$work/said" 2>&1
equal 'diff of a server with itself' 0 $?
check 'the plan comes back' cchc store export "$url" plan-2021 "$work/back.csv"
check '… byte for byte' cmp plan-2021.csv "$work/back.csv"
check '… and its journal, as cchc wrote it' diff \
	<(cchc --plan plan-2021.csv log --format csv) <(cchc --plan "$work/back.csv" log --format csv)
check 'the journal that came back is whole' cchc journal check "$work/back.progress.csv"
cchc --plan "$url" update plan-2021:II.1 done --on 2021-06-02 --by binh >"$work/said" 2>&1
equal 'an update is recorded there' 6 "$(cchc --plan "$url" log --in plan-2021 --format csv | grep -c '^[0-9]')"
check '… and its chain holds' cchc --plan "$url" journal check --in plan-2021
fails 'a journal that is there is not written over' 2 'store pull' cchc store export "$url" plan-2021 plan-2021.csv
cchc --plan "$url" undo 6 --in plan-2021 >/dev/null
equal '… and undone' 0 "$(cchc --plan "$url" log --in plan-2021 --format csv | grep -c '^6,.*,$')"
check 'adopt decides there' bash -c "sed 's/Tập huấn ứng dụng/Bồi dưỡng sử dụng/' plan-2021.csv >'$work/plan-2021.csv'
	printf '[plan plan-2021.csv]\norganisation = Sở Nội vụ\n' >'$work/cchc.ini'; cd '$work' && cchc store add '$url' plan-2021.csv && cchc --plan '$url' --in plan-2021 adopt '$folder/plan-2021.csv'"
check 'adopt takes a plan on a server' bash -c "cd '$work' && cchc --plan plan-2021.csv --in plan-2021 adopt '$url' --dry-run"
fails 'adopt from a server with several plans' 3 'expected one' cchc --plan plan-2021.csv adopt "$url" --dry-run
equal 'a new version is one more' 2 "$(cchc store list "$url" --format csv | sed -n 's/.*plan-2021,\([0-9]*\),44,.*/\1/p')"
check 'nothing that people type is SQL' cchc --plan "$url" list --search "'; drop schema cchc cascade; --" --in plan-2021
fails '… nor a plan'"'"'s name' 2 'no plan' cchc --plan "$url" list --in "x'; drop schema cchc cascade; --"
fails '… nor a login' 2 'no login' cchc store grant "$url" 'a"; drop schema cchc cascade; --' office 'Sở Y tế'
equal '… and the store is there' 3 "$(sql same owner 'select count(*) from cchc.plan')"
fails 'a journal of its own' 2 'kept there' cchc --plan "$url" --progress plan-2021.progress.csv log
check 'remove' cchc store remove "$url" groups
equal '… takes the plan with all of it' 0 "$(sql same owner "select count(*) from cchc.task t join cchc.plan p on p.id = t.plan where p.name = 'groups'")"
fails 'a plan that is not there' 2 'no plan «plan-2012»: did you mean' cchc store remove "$url" plan-2012
fails 'a database without a store' 4 'store init' cchc --plan "${url/cchc?/postgres?}" list
sql same owner 'insert into cchc.migration values (99)'
fails 'a newer store' 4 'expected a newer cchc' cchc --plan "$url" list
sql same owner 'delete from cchc.migration where number > 2'
fails 'an older store' 4 'store init' cchc --plan "$url" list
cd "$work"

# Without such an address libpq is not touched.
LD_DEBUG=files cchc list --section III 2>&1 | grep -c 'libpq' >"$work/said"
equal 'libpq is not loaded for files' 0 "$(<"$work/said")"
