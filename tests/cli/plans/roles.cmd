# what each column was taken for, as people and as machines read it; of a list, its columns' names
cd "$TMP"
printf '%s\n' 'STT;Nội dung công việc;Đơn vị thực hiện;Kinh phí;;Cột lạ;Số lượng' ';;;NSTW;NSĐP;;' 'I;Thể chế;;;;;' '1;Rà soát;Sở Tư pháp;5;2;x;3' >plan.csv
cchc plans --roles --plan plan.csv
cchc plans --roles --plan plan.csv --lang vi --columns column,role
cchc plans --roles --plan plan.csv --format json
cchc list --format csv | cchc plans --roles --plan - --limit 3
cchc export json | cchc plans --roles --plan -
