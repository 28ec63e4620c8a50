# One office under several names is one group, and a filter by any of them finds it.
cd "$HOME"
cat >plan.csv <<'END'
TT,Nhiệm vụ,Cơ quan chủ trì,Kinh phí (triệu đồng)
I,Mục,,
1,A,Sở TT&TT,1
2,B,Sở Thông tin và Truyền thông,2
3,C,"Sở Văn hóa, Thể thao và Du lịch",4
4,D,"- Sở Nội vụ
- Sở VHTT&DL",8
5,E,"Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch",16
6,F,Văn phòng,32
7,G,VP UBND tỉnh,64
8,H,"Các sở, ban, ngành",128
END
cchc --plan plan.csv budget --by lead
cchc --plan plan.csv list --lead 'sở thông tin - truyền thông' --format csv --columns id
cchc --plan plan.csv list --lead 'Sở VHTTDL' --format csv --columns id
cchc --plan plan.csv show I.4 --format json | grep -o '"lead_agencies":[^]]*]'
cchc --plan plan.csv list --lead 'văn phòng' --format csv --columns id
printf 'TT,Nhiệm vụ,Cơ quan chủ trì\n1,A,Các cơ sở y tế\n2,B,Sở Y tế\n' >y.csv
cchc --plan y.csv list --lead 'sở y tế' --format csv --columns id
