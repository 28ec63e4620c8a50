# Many runs: not under valgrind.
export P="--progress progress-2021.csv"
say() { echo "\$ cchc $*"; cchc --lang vi "$@"; echo; }
say --as-of 2021-09-30 $P
say list --section III,VI $P --as-of 2021-09-30
say list --limit 2 --columns id,schedule_kind,start,due,budget_vnd,status,percent,spent_vnd
say list --search 'không có chữ này'
say show V.1
say show I.1 VI.1 II.1 $P --as-of 2021-12-20
say show VII.6
say due --quarter 2 --as-of 2021-05-01
say due --quarter 3 --as-of 2021-09-01 --all --lead 'phòng' --section V,VII $P
say due --quarter 3 --as-of 2022-09-01 --columns id,group,days_left,days_late
say due --quarter 3 --as-of 2021-09-01 --section III --format md
say budget
say budget --by quarter
say budget --section V,VII $P --as-of 2021-09-01
say status --as-of 2021-09-30 --section V,VII $P
say status --as-of 2021-12-30 --by quarter $P
say timeline --section V --as-of 2021-09-25 $P
say timeline --section I --as-of 2021-04-05
say timeline --section V --columns id,milestone,due,status,standing $P --as-of 2021-09-25
say check
say check --rules
say check --plan official.csv --ignore agency-style
say diff ../../data/plan-2021.csv plan-2021-adjusted.csv
say diff ../../data/plan-2021.csv ../../data/plan-2021.csv
say log I.1 VI.1 VII.1 $P
say log
say update III.2 done --on 2021-06-01 --by An --evidence 5/BC --note 'đã gửi' --as-of 2021-09-01 $P --dry-run
say update VII.1 --percent 50 --spent 12 --force --due 2021-11-30 --on 2021-06-01 --by An --as-of 2021-09-01 $P --dry-run
say undo 3 --by An --as-of 2021-09-01 $P --dry-run
say export md --section III
say report --period 6m --section I,VII $P
say due --quarter 3 --as-of 2021-09-01 --lead 'phòng gdnn' --format md $P
say export html --section I --as-of 2021-09-30 $P | sed '/<style>/,/<\/style>/d; s/<[^>]*>/ /g; s/  */ /g; s/^ //; /^$/d'
