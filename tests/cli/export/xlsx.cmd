# what is exported loads again equal; the progress and the numbers stand in sheets of their own
data=$PWD
cd "$HOME"
cchc export xlsx --as-of 2021-06-30 --progress "$data/progress-2021.csv" --output plan-2021.xlsx; echo "$?"
cchc --plan plan-2021.xlsx export csv | cmp - "$data/../../data/plan-2021.csv" && echo same
cchc list --format csv >a; cchc --plan plan-2021.xlsx list --format csv | cmp - a && echo same
cchc diff "$data/../../data/plan-2021.csv" plan-2021.xlsx; echo "$?"
cchc --plan plan-2021.xlsx --sheet 2 list; echo "$?" >&2
cchc --as-of 2021-07-02 update --from plan-2021.xlsx --progress j.csv; echo "$?" >&2
mkdir vi; cchc export xlsx --lang vi --output vi/plan-2021.xlsx
cchc --plan vi/plan-2021.xlsx list --format csv | cmp - a && echo same
cchc export xlsx --section III --status done --output none.xlsx; cchc --plan none.xlsx list; echo "$?"
cchc export xlsx --section III | cat >p.xlsx; head -c 2 p.xlsx; echo
cchc --plan "$data/official.csv" export xlsx --output o.xlsx; cchc --plan o.xlsx export csv
printf 'id,title,=A1\nI.1,=1+1,+1\n' >f.csv
cchc --plan f.csv export xlsx --year 2021 --as-of 2021-06-30 >f.xlsx; cchc --plan f.xlsx export csv
cchc export xls; echo "$?" >&2
