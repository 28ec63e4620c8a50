export CCHC_PROGRESS=$HOME/j.csv
try() { cchc --as-of 2021-10-01 "$@" --format csv; echo "$?" >&2; }
try update III.2 III.3 done --on 2021-09-01
try undo 1 --dry-run
try undo 1
try undo 1
try undo 7
try undo x
try undo 2 2
try list --status done --columns id
try undo 3
try list --status done --columns id
try log --columns seq,task,status,on,voids,voided_by
try undo 2 --on 2021-09-20
try list --status done --columns id --as-of 2021-09-19
try list --status done --columns id --as-of 2021-09-20
