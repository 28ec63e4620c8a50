columns=id,title,output,lead,coordinating,schedule,budget
for plan in plan-2021-*.xlsx plan-2021-*.docx; do cchc --plan $plan list --format csv --columns $columns | cmp - <(cchc list --format csv --columns $columns) && echo "$plan"; done
cchc --plan - budget --total <plan-2021-xlsxwriter.xlsx
cchc --plan plan-2021-xlsxwriter.xlsx list III.2 --columns id,schedule,budget
cchc --plan plan-2021-tracked.docx show VII.6
