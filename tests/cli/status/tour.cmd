export CCHC_PROGRESS=progress-2021.csv
cchc status --as-of 2021-06-30
cchc status --as-of 2021-06-30 --by quarter --lang vi
