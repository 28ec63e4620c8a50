# Many runs: not under valgrind.
try() { echo "\$ cchc $*"; cchc --lang vi "$@"; echo "exit code $?"; }
exec 2>&1
try lst
try list --sectoin I
try --columns id
try list --section VIII
try list --section=
try list --lead 'van phog'
try list --quarter 7
try list --schedule yearround
try list --status dnoe
try list --budget fundd
try list --budget '>=1,000'
try list --budget '>=1.2.3'
try list --columns buget
try list --columns id,id
try list --limit ten
try list --total
try list --plan no-such-file.csv
try list --plan ../../data/plan-2021.csv --plan ../../data/plan-2021.csv
try list --encoding windows1258
try list --year 20
try list --output no-such-folder/out.csv
try --reverse=1
try list --limit
try show
try show III.22
try show V
try due --quarter 5
try due --quarter 1 --month 2
try due --from 2021-03-01
try due --from 2021-03-01 --until 2021-02-01
try due --from 2021-02-30 --until 2021-03-01
try due --month 13
try due extra
try budget --unit vnd
try budget --total --by lead
try budget --by sction
try check --ignore shedule-style
try check --rules --fail-on error
try diff ../../data/plan-2021.csv
try diff - -
try diff ../../data/plan-2021.csv ../../data/plan-2021.csv --plan ../../data/plan-2021.csv
try update
try update III.2
try update III.2 dnoe
try update III.2 done done
try update III.2 done --percent 60
try update III.2/2 done
try update V.1/3 done
try update V.1 --due 2021-09-30
try update V.1/1 done --spent 5
try update III.2 done --on 2021-13-01
try update III.2 done --on 2020-12-31 --as-of 2021-09-01
try update III.2 done --on 2021-10-02 --as-of 2021-09-01
try update VII.3 --spent 100 --as-of 2021-09-01
try update VII.3 --spent '5 usd'
try update --from nowhere.csv --note x
try update --from nowhere.csv
printf 'task,status,on,percent,spent\nIII.2,finished,31/6/2021,101,5 usd\n,done,,,\nIX.9,done,,,\n' >"$TMP/answers.csv"
try update --from - <"$TMP/answers.csv"
try undo
try undo 7
try undo x
try export
try export jsn
try help list due
header='section,number,title,lead,schedule,budget'
from() { printf '%b' "$1" | { shift; try "${@:-list}" --plan -; }; }
from ''
from 'a,b\n'
from "$header\nI,1,A,B,Quý 1,\"1,000\"\nIIII,x,A,B,,\n"
from "$header\nI,1,\"A\n"
from "$header\nI,1,A,B,Quý 1,#REF!\n"
from "$header\nI,1,A,B,Quý 1,9999999999999999999\n"
from "$header\nI,1,A,B,Quý 1,5\nI,1,\xff,B\n"
from '%PDF-1.4\n'
from 'PK\0003\0004'
from '{"sections":[{"code":"I","task":[]}]}'
from '{"sections":[{"code":"I","tasks":[{"number":1,"title":[]}]},{"code":"I"}],"year":"x","unit":"usd"}'
from '{"section":"I","number":1,"title":"A\n'
from '[1,2\n'
from "$header\nI,1,A,B,Quý 1,5\n" due
try list --plan plan-2021-tracked.docx --sheet 9
try list --plan sheets.xlsx
try list --plan sheets.xlsx --sheet 'Hỏng'
try report
try report --period q2
try export csv --todo
mkdir "$TMP/empty"
try list --plan "$TMP/empty" 2>&1 | sed "s|$TMP|TMP|"
