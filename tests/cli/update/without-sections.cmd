cd "$HOME"
printf 'TT,Nhiệm vụ,Thời gian\n1,Rà soát,Quý 1\n2,Tập huấn,Quý 2\nPL,Phụ lục,Quý 3\n' >p.csv
export CCHC_PLAN=p.csv
record() { cchc update "$@" --year 2026 --as-of 2026-03-01; echo "$?"; }
record 1 done
record in-progress 2/1
record PL done --on 2026-02-01
record 9 done
record doen 1
record 1 done in-progress
cchc list --year 2026 --as-of 2026-03-01 --format csv --columns id,status
