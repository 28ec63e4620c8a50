export CCHC_PROGRESS=progress-2021.csv
for status in not-started in-progress done cancelled open overdue in-time on-time late; do
	echo "$status: $(cchc list --status $status --as-of 2021-10-01 --format csv --columns id | tail -n +2 | paste -sd' ')"
done
cchc list --status overdue,late --as-of 2021-10-01
cchc list --status overdu; echo $?
cchc due --quarter 3 --as-of 2021-08-15
cchc budget --by lead --as-of 2021-12-31
cchc --as-of 2021-12-31 | head -6
