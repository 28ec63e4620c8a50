# a column without a role goes with its tasks wherever they go
cd "$TMP"
printf '%s\n' 'KẾ HOẠCH NĂM 2024' 'TT,Nhiệm vụ,Cơ quan chủ trì,Thời gian,Kinh phí (triệu đồng),Cột lạ,Số lượng,Cột lạ,' 'I,Thể chế,,,,nhóm,,,' '1,Rà soát,Sở Tư pháp,Quý I,5,Cao,3,b,' '2,Tập huấn,Sở Nội vụ,Quý II,7,,,,thừa' >plan.csv
cchc list --plan plan.csv --columns all --format csv
cchc list --plan plan.csv --columns id,title,'cột lạ'
cchc list --plan plan.csv --format json --search cao
cchc show I.1 --plan plan.csv
cchc show I.2 --plan plan.csv --format json | grep -o '"columns":{[^}]*}'
cchc check --plan plan.csv --ignore output-missing
cchc export csv --plan plan.csv
for format in json jsonl csv; do
	cchc export $format --plan plan.csv >again.$format
	cchc list --plan again.$format --year 2024 --format csv --columns all | cut -d, -f2,3,5- >again
	cchc list --plan plan.csv --format csv --columns all | cut -d, -f2,3,5- | cmp - again && echo same
done
cchc list --plan plan.csv --format json | cchc list --plan - --format csv | cut -d, -f2- >again
cchc list --plan plan.csv --format csv | cut -d, -f2- | cmp - again && echo same
echo '{"sections":[{"code":"I","tasks":[{"number":1,"title":"A","columns":{"x":"1","x":"2"}},{"number":2,"columns":{"y":[]}}]}]}' | cchc list --plan -
