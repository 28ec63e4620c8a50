# where in the table each value stands, what is a group's and what several columns make among them
cd "$TMP"
printf '%s\n' 'TT,Nhiệm vụ,Cơ quan chủ trì,Bắt đầu,Kết thúc,NSTW (triệu đồng),NSĐP (triệu đồng),Ghi chú' 'I,Thể chế,,,,,,' '1,Nhóm,Sở Tư pháp,,Quý IV,,,' 'a),Một,,,,3,1,x' 'b),Hai,Sở Y tế,Quý I,Quý II,,2,' >plan.csv
cchc show I.1.a I.1.b --plan plan.csv --year 2024
cchc show I.1.a --plan plan.csv --year 2024 --format json | grep -o '"read_from":.*,"milestones'
cchc export json | cchc show III.2 --plan - --format json | grep -o '"read_from":.*,"milestones'
