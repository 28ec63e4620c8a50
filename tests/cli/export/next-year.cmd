# Next year's draft: what is unfinished and what runs every year; the marks close up, years move on.
cd "$HOME"
cat >plan.csv <<'END'
UBND TỈNH A,,,,,
KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026,,,,,
"Cà Mau, ngày 05 tháng 02 năm 2026",,,,,
TT,Nhiệm vụ,Sản phẩm,Chủ trì,Thời gian,Kinh phí (triệu đồng)
I,THỂ CHẾ,,,,
1,Rà soát văn bản,Báo cáo,Văn phòng,Quý 1/2026,5
2,Xây dựng kế hoạch giai đoạn 2026-2030,Kế hoạch,Văn phòng,Tháng 3/2026,
3,Kiểm tra,Báo cáo,,,30
3.1,Kiểm tra đợt 1,Biên bản,Thanh tra,"Đợt 1: Quý I-2026",10
3.2,Kiểm tra đợt 2,Biên bản,Thanh tra,Quý II/2026,20
4,Tuyên truyền,Tin bài,Văn phòng,Thường xuyên năm 2026,10
,Lồng ghép vào hội nghị,,,,
5,Đào tạo,Lớp,Văn phòng,Từ tháng 10/2026 đến tháng 3/2027,40
II,THỦ TỤC,,,,
1,Công khai,Trang tin,Văn phòng,Năm 2027,
2,Đo lường,Báo cáo,Văn phòng,Giai đoạn 2026-2030,
3,Báo cáo tháng,Báo cáo,Văn phòng,Trước ngày 20/12/26,
4,Việc bỏ,Báo cáo,Văn phòng,Quý 4,
5,Theo tỉnh,Kế hoạch,Văn phòng,Ngay sau khi có kế hoạch năm 2026 của tỉnh,
Tổng cộng,,,,,85
END
plan() { cchc --plan "$@"; }
plan plan.csv check --ignore subtotal >/dev/null; echo "$?"
for id in I.1 I.3.1 I.4; do plan plan.csv update $id done --on 2026-03-01 --by A >/dev/null; done
plan plan.csv update II.4 cancelled --on 2026-03-01 --by A >/dev/null
plan plan.csv --as-of 2026-12-20 export csv --for 2027 --output draft.csv
cat draft.csv; plan draft.csv plans --format csv
plan draft.csv list --format csv --columns 'id,due,Từ kế hoạch năm 2026'
plan plan.csv --as-of 2026-12-20 export csv --for 2027 --section II | tail -n 5
# two years' plans: the year itself is no change
plan plan.csv export csv --output year.csv
sed -i 's/2027,/2028,/; s/NĂM 2026/NĂM 2027/; s/2026,/2027,/; s/-2026/-2027/; s/10\/2026 đến/10\/2027 đến/; s/\/26,/\/27,/' year.csv
cchc diff plan.csv year.csv --years --format csv; cchc diff plan.csv year.csv --format csv --columns change,new_id,field
cchc diff plan.csv draft.csv --years --format csv --columns change,old_id,new_id,field
sed '2d' plan.csv >none.csv; cchc diff none.csv plan.csv --years
for line in '--for 2026 csv' '--for 2027 xlsx' '--for 27 csv'; do plan plan.csv export $line; done
