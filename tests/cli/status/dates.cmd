# The due day is in time, the day after is late; later entries change no earlier answer.
export CCHC_PROGRESS=progress-2021.csv
for day in 2021-01-01 2021-03-31 2021-04-01 2021-09-30 2021-10-01 2021-12-31 2022-01-01; do
	cchc status --as-of $day --format csv --by plan --columns all | sed -n 2p
done
cchc status --as-of 2021-06-30 --format json | tail -1
head -20 progress-2021.csv >"$HOME/then.csv"
diff <(cchc status --as-of 2021-06-30 --progress "$HOME/then.csv") <(cchc status --as-of 2021-06-30) && echo same
cchc status --as-of 2022-01-01 --section IV,VII --by lead --format md
cchc --plan noyear.csv status; echo $?
