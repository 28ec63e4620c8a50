# without any amount there is no total, rather than 0
cd "$TMP"
printf '%s\n' 'TT,Nhiệm vụ,Kinh phí' 'I,Thể chế,' '1,Rà soát,Theo quy định' '2,Tập huấn,' >plan.csv
cchc budget --total --plan plan.csv; echo $?
cchc budget --plan plan.csv
cchc budget --plan plan.csv --format json
cchc plans --plan plan.csv --format csv --columns id,tasks,budget_vnd
cchc budget --total --section IV
