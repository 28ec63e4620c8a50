# A folder says which old office files it passes over; alone they are no plan of it.
mkdir "$HOME/plans" && cd "$HOME"
printf 'TT,Nhiệm vụ,Kinh phí (triệu đồng)\n1,A,5\n' >plans/a.csv
: >plans/b.xls >plans/c.ODT >plans/.d.doc >'plans/~$e.rtf'
cchc --plan plans budget --total
rm plans/a.csv
cchc --plan plans budget --total
