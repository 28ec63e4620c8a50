# SPDX-License-Identifier: MIT
# A file journal and the store's, brought together in either order: nothing is lost or doubled.
server exchange fsync=off
login exchange noivu
url=$(cluster_url exchange owner)
office=$(cluster_url exchange noivu)
mkdir "$work/exchange"
cd "$work/exchange"
cp "$data/../../data/plan-2021.csv" .
printf '[plan plan-2021.csv]\norganisation = Sở Nội vụ\n' >cchc.ini
cchc store add "$url" plan-2021.csv >/dev/null
cchc store grant "$url" noivu office 'Sở Nội vụ' >/dev/null
journal=plan-2021.progress.csv
file() { cchc --plan plan-2021.csv update "$@" --by file >/dev/null; }
there() { cchc --plan "$office" update "$@" --by there >/dev/null; }
said() { # PLAN: what is recorded, numbers and titles aside
	cchc --plan "$1" log --format csv | cut -d, -f2-12 | sort
}
file III.2 done --on 2021-06-25
file VII.1 --spent '120 triệu' --on 2021-05-02
there III.3 done --on 2021-06-20
file III.4 done --on 2021-06-21
cchc --plan plan-2021.csv undo 3 --by file >/dev/null
equal 'push sends what the store has not' '4 entries sent' "$(cchc store push "$office" plan-2021 $journal)"
equal 'pull brings what the file has not' '1 entry received' "$(cchc store pull "$office" plan-2021 $journal)"
check 'the file is whole' cchc journal check $journal
check 'the store is whole' cchc --plan "$office" journal check
equal 'both say the same' "$(said plan-2021.csv)" "$(said "$office")"
equal 'both answer the same' "$(cchc --plan plan-2021.csv status --as-of 2021-07-01 --format json)" "$(cchc --plan "$office" status --as-of 2021-07-01 --format json)"
equal 'again there is nothing to send' '0 entries sent' "$(cchc store push "$office" plan-2021 $journal)"
equal '… or to receive' '0 entries received' "$(cchc store pull "$office" plan-2021 $journal)"
check 'a file that is not there is made' cchc store pull "$office" plan-2021 new.progress.csv
equal '… of all entries' 5 "$(grep -c ',plan-2021,' new.progress.csv)"
# The other order.
file IV.1 done --on 2021-06-22
there IV.2 done --on 2021-06-22
cchc store pull "$office" plan-2021 $journal >/dev/null
cchc store push "$office" plan-2021 $journal >/dev/null
equal 'pull first, then push: both say the same' "$(said plan-2021.csv)" "$(said "$office")"
equal 'an entry keeps its id' "$(sed -n 's/.*,\(e[0-9a-f]\{15\}\),.*/\1/p' $journal | sort | md5sum)" "$(sql exchange owner 'select id from cchc.entry order by id collate "C"' | md5sum)"
equal 'when the server got it is the server'"'"'s to say' 0 "$(sql exchange owner "select count(*) from cchc.entry where received_at < now() - interval '1 hour' or login not in ('noivu')")"
# What is refused is named, and stays in the file.
file IV.3 done --on 2021-06-23
sed 's/Tập huấn ứng dụng CNTT/Bồi dưỡng về CNTT/' plan-2021.csv >"$work/other.csv"
mkdir far && cp "$work/other.csv" far/plan-2021.csv
cp $journal far/
cchc --plan far/plan-2021.csv update VII.3 done --on 2021-06-24 --by far >/dev/null
fails 'a stray entry is named' 1 'VII.3: it is of a task that the plan does not have' cchc store push "$office" plan-2021 far/$journal
equal '… the others have gone up' 1 "$(sql exchange owner "select count(*) from cchc.entry where task = 'IV.3'")"
equal '… and it is not there' 0 "$(sql exchange owner "select count(*) from cchc.entry where task = 'VII.3'")"
equal '… and stays in the file' 1 "$(grep -c ',VII.3,' far/$journal)"
sed '2s/,done,/,cancelled,/' $journal >forged.progress.csv
fails 'a file that says otherwise of an entry is not united' 3 'says something else' cchc store pull "$office" plan-2021 forged.progress.csv
database=postgres sql exchange owner 'create role giamsat login'
cchc store grant "$url" giamsat supervisor 'Sở Nội vụ' >/dev/null
file V.1/1 done --on 2021-03-01
fails 'who may not record sends nothing' 4 'may not' cchc store push "$(cluster_url exchange giamsat)" plan-2021 $journal
cd "$work"
