# A cell that a task inherits comes from the nearest group that has one, not from a blank one between.
cat >"$HOME/plan.csv" <<'CSV'
TT,Nhiệm vụ,Cơ quan chủ trì,Thời gian,Kinh phí (triệu đồng)
I,Cải cách thể chế,,,
1,Nhóm một,Văn phòng,Quý II,
1.1,Nhóm nhỏ,,,
a),Việc a,,,5
b),Việc b,,,6
2,Việc hai,Thanh tra,Quý III,7
CSV
cd "$HOME"
cchc show I.1.1.a --plan plan.csv --year 2024 --as-of 2024-05-01 | grep -E 'row|Lead|Schedule'
cchc show I.1.1.a --plan plan.csv --year 2024 --as-of 2024-05-01 --format json | grep -o '"cell":"[A-Z0-9]*","[^}]*"group":"[^"]*"'
