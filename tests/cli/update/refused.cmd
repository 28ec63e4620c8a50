export CCHC_PROGRESS=$HOME/j.csv
try() { cchc --as-of 2021-10-01 "$@"; echo "$?" >&2; }
try update
try update III.2
try update III.9 done
try update III.2 dnoe
try update III.2 done in-progress
try update III.2/2 done
try update V.1/3 done
try update V.1 --due 2022-01-31
try update V.1/1 --percent 50
try update III.2 --percent 101
try update III.2 done --percent 60
try update III.2 done --on 2021-13-01
try update III.2 done --on 2021-10-02
try update III.2 done --on 2020-12-31
try update VII.2 --spent 1000000
try update VII.2 --spent 1,000
try update VII.2 --spent -5
try update III.2 done --by ' '
try update III.2 --from answers.csv
try list --by An
try budget --by An
test -e "$HOME/j.csv"; echo "$?"
try update III.2 done --on 2021-10-02 --force --format csv
