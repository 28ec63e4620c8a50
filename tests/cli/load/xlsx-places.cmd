cchc --plan plan-2021-xlsxwriter.xlsx check --ignore agency-style,schedule-style -f csv; cchc --plan plan-2021-tracked.docx check --ignore agency-style,schedule-style -f csv
