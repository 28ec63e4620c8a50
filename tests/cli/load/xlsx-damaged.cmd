cut() { head -c "$1" plan-2021-xlsxwriter.xlsx | cchc --plan - list; echo "exit code $?" >&2; }
cut 0; cut 4; cut 30; cut 5000; cut 11000; cut 11171
flip() { (head -c "$1" plan-2021-libreoffice.docx; printf 'X'; tail -c "+$(($1 + 2))" plan-2021-libreoffice.docx) | cchc --plan - budget --total; echo "exit code $?" >&2; }
flip 9; flip 60; flip 700; flip 3000; flip 10100
