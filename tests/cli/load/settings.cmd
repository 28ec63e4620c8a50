# cchc.ini beside a plan says what the plan does not; the command line says it better.
mkdir "$HOME/plans" && cd "$HOME/plans"
printf 'TT,Việc,Chủ trì,Tiền\nI,Mục,,\n1,A,Sở Y tế,50.000.000\n2,B,Sở Nội vụ,20.000.000\n' >kh.csv
printf 'TT,Nhiệm vụ,Kinh phí (triệu đồng)\nI,Mục,\n1,A,"1,000"\n' >khac.csv
cchc --plan kh.csv budget --total
cat >cchc.ini <<'END'
# the plan of 2026
[plan kh.csv]
id = ke-hoach-2026
organisation = Sở Nội vụ tỉnh X
year = 2026
plan-unit = vnd
role.title = Việc
role.budget = Tiền

[plan khac.csv]
decimal-mark = ,
year = 2026
END
cchc --plan kh.csv budget --total
cchc --plan . plans --columns id,year,organisation,budget_vnd --format csv
cchc --plan . due --quarter 1 --as-of 2026-01-01
cchc --plan kh.csv --plan-unit thousand --role none=Tiền list --format csv --columns id,budget
cchc --plan kh.csv --plan-unit thousand budget --total
