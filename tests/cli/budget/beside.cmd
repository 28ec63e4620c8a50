# What the README says of a plan that other tools misread: amounts in words and with points, sums.
plan() { cchc --plan beside.csv --as-of 2026-04-01 "$@"; }
plan budget --total
plan budget --by lead
plan due --quarter 2 --format csv --columns id,group
plan list --search 'danh gia' --format csv --columns id,title
printf 'TT,Nhiệm vụ,Cơ quan chủ trì,Thời gian,Kinh phí (triệu đồng)\n1,Đánh giá,Văn phòng,Quý 1,khoảng 200\n2,Rà soát,Văn phòng,Quý 1,"1,000"\n' >"$HOME/words.csv"
cd "$HOME" && cchc budget --total --plan words.csv --year 2026
