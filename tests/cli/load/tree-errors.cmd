# What no row can be is an error at its cell, and nothing is half-read.
h='TT,Nhiệm vụ,Chủ trì,Kinh phí (triệu đồng)\n'
printf "${h}I,A,,\n,,Sở A,5\n" | cchc --plan - list; echo $?
printf "${h}1,A,Sở A,5\n,,Sở B,6\n" | cchc --plan - list; echo $?
printf "${h}1,A,,\n1.1,B,Sở A,5\n2.1,C,Sở B,6\n" | cchc --plan - list; echo $?
printf "${h}I,A,,\n1,B,Sở A,5\nI,C,,\n1,D,Sở B,6\n" | cchc --plan - list; echo $?
# numbers that were read once as those of two tasks
printf "${h}I,Mục,,\n1,A,VP,5\n2,B,VP,1\n,C,VP,100\n" | cchc --plan - budget --total
printf "${h}I,Mục,,\n1,A,VP,120\na),B,VP,20\nb),C,VP,100\n" | cchc --plan - budget --total
