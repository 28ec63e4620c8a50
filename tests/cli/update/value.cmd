# what was measured of a task's targets: recorded, judged, reported
cd "$HOME"
cat >plan.csv <<'END'
UBND TỈNH A,,,,,
KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026,,,,,
TT,Nhiệm vụ,Kết quả đầu ra,Chủ trì,Thời gian,Kinh phí (triệu đồng)
I,THỦ TỤC,,,,
1,Giải quyết hồ sơ,"Tỷ lệ đúng hạn đạt từ 98% trở lên; dưới 1% quá hạn",Văn phòng,Quý 4,5
2,Tập huấn,02 lớp,Phòng A,Quý 2,5
3,"Rà soát, bảo đảm 7/7 phòng có máy quét",Báo cáo,Phòng A,Quý 3,
4,Báo cáo,Kế hoạch năm 2026,Phòng A,Quý 1,
END
plan() { cchc --plan plan.csv --as-of 2026-12-20 "$@"; echo "$?" >&2; }
plan list --columns id,target,measured,reached; plan status | tail -n 4
plan update I.1 --value '98,5%; 0,4' --on 2026-06-01 --by An; plan update I.2 done --value '1 lớp' --on 2026-06-02 --by An
plan update I.1 --value '98,5%; 0,4' --on 2026-06-01 --by An
plan update I.1 --value nhiều --by An; plan update I.1 --value '1;2;3' --by An; plan update I.1 --value ' ' --by An; plan update I.4 --value 3 --by An --dry-run
printf 'task,value,on\nI.3,7/7,2026-12-01\nI.4,x,2026-12-01\n' >answers.csv; plan update --from answers.csv --by An
sed -i 4d answers.csv; sed -i '/I.4/d' answers.csv; plan update --from answers.csv --by An --format csv; plan update --from answers.csv --value 1
plan list --format csv --columns id,target,measured,reached; plan list --sort measured --format jsonl --columns id,reached
plan status; plan status --section I --format json | grep -c target
plan show I.1; plan show I.1 --format json | grep -o '"targets".*"reached":[^,]*'
plan report --period year | sed -n '/^Tasks with/,/^## /p'; plan report --period year --format json | sed -n '/targets/,$p'
plan undo 2 --by An --format csv; plan log --format csv --columns seq,task,value
plan check --format csv --columns rule,id; cchc --plan plan.csv --as-of 2027-01-01 check --format csv --columns severity,rule,id,message
plan journal check
