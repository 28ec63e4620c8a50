export CCHC_PROGRESS=progress-2021.csv
cchc export ics --lead 'phong gdnn' --as-of 2021-10-01
cchc export ics --todo --lead 'phong kh-tc' --quarter 3 --as-of 2021-10-01
cchc export ics --search 'no such words' --as-of 2021-10-01; echo $?
cchc export ics --as-of 2021-07-01 -o "$TMP/1.ics"; cchc export ics --as-of 1/7/2021 | cmp - "$TMP/1.ics" && echo same
