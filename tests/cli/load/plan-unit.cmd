plan() { printf 'KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2024\n%s\nTT,Nhiệm vụ,%s\nI,Mục,\n1,A,%s\n2,B,%s\n' "$1" "$2" "$3" "$4"; }
total() { cchc --plan - budget --total "${@:5}" < <(plan "$@"); }
total '' 'Kinh phí' 50.000.000 20.000.000
total '' 'Kinh phí' 50.000.000 20.000.000 --plan-unit vnd
total '' 'Kinh phí' 99.999 1
total '' 'Kinh phí' 100.000 1
total '' 'Kinh phí (triệu đồng)' 100.000 1
total '' 'Kinh phí (triệu đồng)' 1.000.000 1
total '' 'Kinh phí (triệu đồng)' 50.000.000 20.000.000 --plan-unit vnd
total '' 'Kinh phí (triệu đồng)' 2 '3 tỷ' --plan-unit billion
total '' 'Kinh phí (đồng)' 50.000.000 20.000.000
total 'Đơn vị: UBND tỉnh Lâm Đồng' 'Kinh phí' 5 2
total '(Nghìn đồng)' 'Kinh phí' 50.000 20.000
total 'Đơn vị tính: đồng' 'Kinh phí' 50.000.000 20.000.000
total '' 'Kinh phí (trăm triệu đồng)' 5 2
total '' 'Kinh phí' 5 2 --plan-unit dong
