# A table shows the fifty that are overdue longest; all of them are a list's.
{ echo plan,section,number,title,schedule; for i in $(seq 60); do echo "p$((i % 3)),I,$i,Task $i,Quý $((i % 2 + 1))/2021"; done; } >"$HOME/many.csv"
cchc status --plan "$HOME/many.csv" --year 2021 --as-of 2021-08-01
cchc list --plan "$HOME/many.csv" --year 2021 --as-of 2021-08-01 --status overdue --format csv --columns id | wc -l
