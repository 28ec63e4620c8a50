cchc plans III.2; echo $?
cchc plans --section III; echo $?
cchc plans --columns budget; echo $?
cchc plans --in plan-2020; echo $?
cchc plan; echo $?
