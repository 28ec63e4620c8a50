# every office of the plan under one key, and what becomes of its lists
cchc agencies; cchc agencies --lang vi --columns name,leads --limit 2
cat >"$TMP/plan.csv" <<'END'
section,number,title,lead,coordinating,schedule
I,1,Một,Sở TT&TT,"Các Sở: Nội vụ, Tư pháp và Tài chính; UBND các huyện, thành phố",Quý 1
I,2,Hai,Sở Thông tin và Truyền thông,"Sở Nội vụ, Tư pháp",Quý 2
I,3,Ba,"Sở Nội vụ, SỞ NỘI VỤ",Sở Giáo dục và Đào tạo và Sở Y tế,Quý 3
I,4,Bốn,P. KTHT,,Quý 4
I,5,Năm,Tổ giúp việc,Phòng Kinh tế,
END
cchc --plan "$TMP/plan.csv" agencies --format csv; cchc --plan "$TMP/plan.csv" agencies --format json | tail -n 3
cchc --plan "$TMP/plan.csv" list --agency 'Sở Tư pháp' --format csv --columns id
# what the user calls offices
printf '\357\273\277office,names\nPhòng Kinh tế - Hạ tầng,P. KTHT,Phòng Kinh tế\n\nVăn phòng,Tổ giúp việc\n' >"$TMP/agencies.csv"
cchc --plan "$TMP/plan.csv" agencies --format csv; cchc --plan "$TMP/plan.csv" list --agency 'phong kinh te' --format csv --columns id
cchc --plan "$TMP" plans --format csv --columns id,tasks; cchc --plan "$TMP/plan.csv" budget --by lead --format csv --columns group,tasks
cchc --plan "$TMP/plan.csv" check --format csv --columns id,message | grep office; cchc --plan "$TMP/plan.csv" show I.4 | grep →
cd "$TMP"
try() { printf '%b' "$1" >agencies.csv; cchc --plan plan.csv agencies; echo "$?" >&2; }
try 'name,names\nA,B\n'; try 'office,names\nA,B,C\n,D\nE,c\nA,B\n'; try 'office,"names\n'; try 'office\377\n'; try ''
rm agencies.csv; cchc agencies x; cchc agencies --section I; echo "$?" >&2
