# headers in one to three rows, numbered, start and due apart, money by source
cd "$TMP"
cat >two-rows.csv <<'CSV'
KẾ HOẠCH NĂM 2024
TT,Nhiệm vụ,Cơ quan thực hiện,,Thời gian,,Kinh phí (triệu đồng),,
,,Chủ trì,Phối hợp,Bắt đầu,Kết thúc,Tổng số,NSTW,NSĐP
(1),(2),(3),(4),(5),(6),(7)=(8)+(9),(8),(9)
I,Thể chế,,,,,,,
1,Rà soát,Sở Tư pháp,Sở Nội vụ,Tháng 2,Tháng 5,50,30,20
2,Tập huấn,Sở Nội vụ,,,Quý III,,10,2
CSV
cat >groups-above.csv <<'CSV'
;;;Tổ chức thực hiện;;Thời hạn
Số TT;Nội dung công việc;Sản phẩm cần đạt;Đơn vị chủ trì;Đơn vị phối hợp;hoàn thành
A;B;1;2;3;4
I;Thể chế;;;;
1;Rà soát;Báo cáo;Sở Tư pháp;Các sở;30/6/2024
CSV
cat >sources.csv <<'CSV'
STT,Hoạt động,Ngân sách tỉnh (nghìn đồng),Xã hội hóa (nghìn đồng),Bộ phận phụ trách
I,Thể chế,,,
1,Rà soát,1.500,500,Văn phòng
2,Tập huấn,,,Phòng Nội vụ
CSV
for plan in two-rows groups-above sources; do
	cchc list --plan $plan.csv --year 2024 --format csv --columns id,title,output,lead,coordinating,schedule,due,budget_vnd
done
