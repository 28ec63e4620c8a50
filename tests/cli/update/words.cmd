# What agencies write where the words of the form are expected, and the workbook that export wrote.
cp progress-2021.csv "$HOME/j.csv"
cd "$HOME"
export CCHC_PROGRESS=$HOME/j.csv
try() { cchc --as-of 2021-07-02 "$@" | sed "s,$HOME,~,"; }
printf 'Mã nhiệm vụ,Tình trạng\nI.3,Đã xong\nI.4,Đang triển khai thực hiện;\nII.2,CHƯA TRIỂN KHAI\nII.3,Hoàn thành trước hạn.\nII.4,Dừng thực hiện\n' >a.csv
try update --from a.csv --dry-run
printf 'Task ID,Status\nI.3,In progress\nI.4,chưa hoàn thành\n' | try update --from -
for lang in en vi; do
	cchc export xlsx --lang "$lang" --as-of 2021-07-01 -o "p-$lang.xlsx"
	cchc --as-of 2021-07-01 update --from "p-$lang.xlsx" --dry-run | tail -n 2 | sed "s,$HOME,~,"
done
try update I.3 'đang triển khai'
