# A Word file of the table loads again as the same plan.
cd "$HOME"
cchc export docx -o plan.docx && cchc --plan plan.docx export csv >again.csv
cchc export csv | cmp - again.csv && echo same
cchc export docx --section III | cchc --plan - --year 2021 list --columns id,lead,due,budget_vnd --format csv
