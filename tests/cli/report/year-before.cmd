cd "$HOME"
printf 'Kế hoạch cải cách hành chính năm 2020\nTT,Nhiệm vụ,Cơ quan chủ trì,Thời gian,Kinh phí (triệu đồng)\nIII,CẢI CÁCH THỦ TỤC HÀNH CHÍNH,,,\n1,Rà soát thủ tục,Văn phòng Sở,Quý 1,10\n2,Công khai thủ tục,Văn phòng Sở,Quý 3,\n' >kh-2020.csv
cchc update III.1 done --on 2020-03-01 --spent 10 --plan kh-2020.csv --as-of 2020-03-01 >/dev/null
cchc update III.2 done --on 2020-06-10 --plan kh-2020.csv --as-of 2020-06-20 >/dev/null
report() { cchc report --period 6m --section III --progress "$OLDPWD/progress-2021.csv" "$@" || echo "$?"; }
report --year-before kh-2020.csv | sed -n '/^| Number/,/^$/p'
report --year-before kh-2020.csv --as-of 2021-03-15 --format json | grep -o '"year_before[^}]*'
report --year-before kh-2020.csv --lang vi | sed -n '/^| Chỉ/,/^$/p'
report | grep -c 'in a year'
cp "$OLDPWD/plan-2021-adjusted.csv" adjusted.csv
report --year-before adjusted.csv
printf 'TT,Nhiệm vụ,Thời gian\n1,Rà soát,Quý 1\n' >no-year.csv
cchc report --period 6m --year-before no-year.csv
report --year-before none.csv
cchc report --period 6m --section IV --year-before kh-2020.csv
