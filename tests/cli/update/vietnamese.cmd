# answers as agencies send them: headings in their words, a folder of files, one of them twice
cd "$HOME"; mkdir in
cat >plan.csv <<'END'
section,number,title,lead,schedule,budget
I,1,Rà soát thủ tục,Văn phòng,Quý 1,10
I,2,Tuyên truyền,Phòng A,Quý 2,20
I,3,"Tập huấn, 02 lớp",Phòng A,Quý 3,
END
plan() { cchc --plan plan.csv --year 2026 --as-of 2026-10-01 "$@"; echo "$?" >&2; }
cat >in/van-phong.csv <<'END'
Báo cáo của Văn phòng,,,,,,
STT,Mã nhiệm vụ,Nhiệm vụ,Tình trạng,Ngày hoàn thành,Giải ngân (nghìn đồng),Tài liệu kiểm chứng
1,I.1,RÀ SOÁT  thủ tục,đã hoàn thành,20/3/2026,9.500,12/BC-VP
END
printf 'Mã,Trạng thái,Tính đến ngày,Tỷ lệ hoàn thành (%%),"Khó khăn, vướng mắc",Số liệu chỉ tiêu\nI.2,đang thực hiện,30/9/2026,40,Thiếu người,\nI.3,đang thực hiện,30/9/2026,,,01 lớp\n' >in/phong-a.csv
cp in/phong-a.csv in/phong-a-2.csv; echo x >in/~x.csv; echo x >in/anh.png
plan update --from in --by An --dry-run --format csv; plan update --from in --by An; plan update --from in/van-phong.csv --from in/phong-a.csv --by An
plan list --format csv --columns id,status,percent,spent_vnd,measured,reached; plan journal check
# what is wrong is said with its place, and nothing is recorded
printf 'Mã,Nhiệm vụ,Tình trạng\nI.1,Tuyên truyền,đã hoàn thành\nI.9,Việc thêm,đã hoàn thành\nI.2,Tuyên truyền,xong rồi\n' >bad.csv; plan update --from bad.csv --by An
printf 'Mã,Giải ngân\nI.1,9500000\n' >bad.csv; plan update --from bad.csv --by An
printf 'Mã,Giải ngân (đồng)\nI.1,9500000\n' >good.csv; plan update --from good.csv --by An --dry-run --format csv
printf 'Mã,Nhiệm vụ\nI.1,Rà soát\n' >bad.csv; plan update --from bad.csv --by An; mkdir empty; plan update --from empty; plan update --from nowhere
