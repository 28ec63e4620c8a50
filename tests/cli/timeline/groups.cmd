# A group's own time, which none of its tasks has taken over, has a bar as `due` has a row for it.
cd "$HOME"
cat >plan.csv <<'END'
TT,Nhiệm vụ,Cơ quan chủ trì,Thời gian
I,Mục,,
1,Rà soát văn bản,Sở Tư pháp,Quý II
a),Lập danh mục,Sở Tư pháp,Quý I
b),Trình ban hành,Sở Nội vụ,Tháng 5
2,Kế hoạch,Sở Nội vụ,Quý IV
END
cchc --plan plan.csv --year 2024 timeline --as-of 2024-02-01
cchc --plan plan.csv --year 2024 timeline --as-of 2024-02-01 --format csv
cchc --plan plan.csv --year 2024 timeline --as-of 2024-02-01 --format json --lead 'sở nội vụ'
