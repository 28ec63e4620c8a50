# forms for agencies, and who has answered
cd "$HOME"
cat >plan.csv <<'END'
UBND TỈNH A,,,,,
KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026,,,,,
TT,Nhiệm vụ,Kết quả đầu ra,Chủ trì,Thời gian,Kinh phí (triệu đồng)
I,THỦ TỤC,,,,
1,Rà soát,Báo cáo,"Sở Nội vụ, Sở Tư pháp","Ban hành quý I, triển khai trong năm",5
2,Tập huấn,02 lớp,SỞ NỘI VỤ,Quý 2,5
3,=1+1,Báo cáo,,Quý 3,
4,Báo cáo,Kế hoạch,Phòng / Ban «A»,Quý 1,
END
plan() { cchc --plan plan.csv --as-of 2026-06-10 "$@"; echo "$?" >&2; }
plan answers --period 6m; plan form; plan form --dir out --period 6m --format csv
ls out; tr -d '\r' <out/plan.form.so-noi-vu.eml | sed -n '1,/^$/p'; tr -d '\r' <out/plan.form.so-noi-vu.eml | sed -n '/^Content-Transfer/,/^--/p' | sed '1,2d; /^--/,$d' | base64 -d | tr -d '\r'
# what is filled in is never written over, a form is no plan, and a blank one says nothing
plan form --dir out; cp out/plan.form.so-noi-vu.xlsx .; cchc --plan . plans --format csv --columns id; plan update --from out/plan.form.so-noi-vu.xlsx --by An
plan form --dir out/plan.form.so-noi-vu.xlsx; plan form --dir one --lead 'noi vu' --format csv --columns agency,tasks
plan update I.1/1 I.2 in-progress --on 2026-03-01 --by An --format csv >/dev/null; plan update I.4 done --on 2025-12-20 --by An --force --format csv >/dev/null
plan answers --period 6m --format json; plan answers --period 9m --cut-off calendar --format csv; plan answers --period 6m --lang vi; plan answers; plan answers --period x
# the same as Word files
plan form --dir word --lead 'noi vu' --format docx; ls word; plan update --from word/plan.form.so-noi-vu.docx --by An; tr -d '\r' <word/plan.form.so-noi-vu.eml | grep -a vnd
