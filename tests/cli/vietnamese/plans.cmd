# What check finds in plans that have everything wrong
header='section,number,title,output,lead,schedule,budget'
from() { printf "$1" | cchc --lang vi check --plan - --year 2021; echo "exit code $?"; }
from "$header\nI,1,A,,B,mai sau,x\nI,3,A,C,B,,\nI,2,B,C,,Quý 1,5\nI,2,C,D,E,Quý I,5\nIV,1,F,G,H,Quý 1,1\nII,2,F,G,H,Quý 1,1\n"
from "$header\nIII,2,A,,B,,\nIII,5,B,,B,,\nIII,9,B,,B,,\n"
official() { printf 'Kế hoạch năm 2021\nTT,Nhiệm vụ,Cơ quan chủ trì,Thời gian,Kinh phí (triệu đồng)\nI,Mục một,,,\n1,A,B,Quý 1,10\n2,C,B,Quý 2,20\n%s\n' "$1" | cchc --lang vi check --plan -; echo "exit code $?"; }
official 'Tổng số nhiệm vụ: 5 nhiệm vụ,,,,'
official 'Tổng kinh phí: 50 triệu đồng,,,,'
official 'Tổng kinh phí: 20.000 đồng,,,,'
official 'Tổng kinh phí: 3 nhiệm,,,,'
