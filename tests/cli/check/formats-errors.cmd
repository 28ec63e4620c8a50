# what cannot be read is said in the form of the format, and always in English
for format in gcc github sarif json; do cchc check --lang vi --plan errors.csv --format $format; echo "$?"; done 2>&1
cchc check --plan none.csv --format gcc; echo "$?"
cd "$TMP"
printf '%s\n' 'TT,Nhiệm vụ,Thời gian,Kinh phí (triệu đồng)' 'I,Thể chế,,' '1,Một,Quý 1,"1,000"' '2,Hai,Quý 2,' >plan.csv
for format in gcc github sarif; do cchc check --plan plan.csv --format $format --ignore output-missing,lead-missing 2>&1 | grep -v '^{"id"'; echo "${PIPESTATUS[0]}"; done | sed 's/"version":"[0-9.]*","language"/"version":"N","language"/'
try() { cchc "$@"; echo "$?"; }
try list --format sarif; try list -o x.sarif; try check --format sarf; try check -o x.gcc
try check --rules --format github; try check --format gcc --columns id
try check --plan plan.csv -o x.sarif; grep -c . x.sarif
