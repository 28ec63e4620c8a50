# Parts, sections, tasks with sub-tasks, goals, remarks, totals, a task without a mark, signatures.
cchc --plan groups.csv list
cchc --plan groups.csv budget --by section; cchc --plan groups.csv budget --total
cchc --plan groups.csv list --section A.I --lead 'Phòng VHTT' --format csv --columns id,section,number,mark,lead,schedule,budget_vnd
cchc --plan groups.csv due --quarter 4 --as-of 2024-10-01
cchc --plan groups.csv due --quarter 4 --as-of 2024-10-01 --format csv --columns id,milestone,level,due
cchc --plan groups.csv show A.I.1.b; cchc --plan groups.csv show a.i.3 --format json
cchc --plan groups.csv check
cchc --plan groups.csv export csv; cchc --plan groups.csv export md
cchc --plan groups.csv export json | tee "$HOME/groups.json"
cchc --plan "$HOME/groups.json" export json | cmp - "$HOME/groups.json" && echo same
cchc --plan groups.csv export csv >"$HOME/groups.csv"; cchc --plan "$HOME/groups.csv" export json | cmp - "$HOME/groups.json" && echo same
