CCHC_PLAN=semicolon.csv cchc list --columns id --format csv; CCHC_PLAN=semicolon.csv cchc --plan noyear.csv list --columns id --format csv
