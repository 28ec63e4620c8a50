# A milestone that waits for an event beside a dated one waits until it is done, and no longer.
cd "$HOME"
cat >plan.csv <<'END'
TT,Nhiệm vụ,Cơ quan chủ trì,Thời gian
I,Mục,,
1,A,Sở Y tế,Quý II và khi có yêu cầu
2,B,Sở Y tế,Khi có yêu cầu
END
cchc --plan plan.csv --year 2024 due --quarter 2 --as-of 2024-04-02
cchc --plan plan.csv --year 2024 due --quarter 2 --as-of 2024-04-02 --format csv --columns id,group,milestone,due
cchc --plan plan.csv --year 2024 update I.1/2 done --on 2024-04-01 --by an --as-of 2024-04-02 >/dev/null
cchc --plan plan.csv --year 2024 due --quarter 2 --as-of 2024-04-02 --format csv --columns id,group
