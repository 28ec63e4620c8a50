# Each group's own amount, and each total's, against what its tasks make.
cd "$HOME"
cat >groups.csv <<'END'
TT,Nhiệm vụ,Cơ quan chủ trì,Kinh phí (triệu đồng)
I,MỤC MỘT,,100
1,Nhóm,,60
a),Việc,Sở A,20
b),Việc khác,Sở B,30
2,Nhóm sau,,50
a),Việc nữa,Sở A,30
b),Việc cuối,Sở B,20
,Cộng mục I,,90
II,MỤC HAI,,
1,Của cả nhóm,,10
a),Phần đầu,Sở A,8
b),Phần sau,Sở B,7
c),Phần chưa rõ,Sở B,
2,Riêng,Sở A,5
,Tổng cộng,,116
END
cchc --plan groups.csv --year 2026 check --ignore output-missing,schedule-missing,agency-style,budget-missing,duplicate
cchc --plan groups.csv budget
