# A section that a list calls 2 is II in an official table, which loads again.
printf 'section,number,title,budget\n2,1,A,5\n10,3,B,\n' >"$HOME/list.csv"; cd "$HOME"
cchc export csv --plan list.csv | tee again.csv | cut -d, -f1,2
cchc export xlsx --plan list.csv --output again.xlsx
for file in again.csv again.xlsx; do cchc list --plan $file --format csv --columns id,title; done
cchc diff list.csv again.xlsx
