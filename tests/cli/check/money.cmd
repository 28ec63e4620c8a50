# amounts that may not be what they seem: a unit that is not stated, one far larger than the others, sources that do not add up
cd "$TMP"
printf '%s\n' 'TT,Nhiệm vụ,Kinh phí,NSTW,NSĐP' 'I,Thể chế,,,' '1,Rà soát,5,3,1' '2,Tập huấn,7,3,4' '3,Kiểm tra,5000,,' '4,Tuyên truyền,,1,2' '5,Khác,Theo quy định,,' >plan.csv
ignore=output-missing,lead-missing,schedule-missing
cchc check --plan plan.csv --ignore $ignore
cchc check --plan plan.csv --ignore $ignore --plan-unit million --format json
printf '%s\n' 'TT,Nhiệm vụ,Kinh phí (triệu đồng),Trong đó: NSTW' 'I,Thể chế,,' '1,Rà soát,5,3' '2,Tập huấn,7,8' >one.csv
cchc check --plan one.csv --ignore $ignore
cchc list --plan one.csv --format csv | cchc check --plan - --ignore $ignore,section-title
