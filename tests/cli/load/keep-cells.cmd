# One amount that cannot be read does not take the plan with it: --keep-going answers the rest, check too.
t='TT,Nhiệm vụ,Chủ trì,Kinh phí (triệu đồng)\nI,Mục,,\n1,A,VP,5\n2,B,VP,5 người\n3,C,VP,7\n'
printf "$t" | cchc --plan - budget --total; echo $?
printf "$t" | cchc --plan - budget --total --keep-going; echo $?
printf "$t" | cchc --plan - list --keep-going; echo $?
printf "$t" | cchc --plan - check --ignore output-missing,schedule-missing; echo $?
