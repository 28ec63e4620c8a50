for cell in '#REF!' '(10)' '~10' 'x' 'Lồng ghép' '10 triệu đồng/năm' '"1,200.50"' 02; do cchc --plan - list --columns id,budget -f csv <<<"$(printf 'id,title,budget\nI.01,B,%s\n' "$cell")"; done
