# findings as editors and build servers read them
cchc check --format gcc --ignore agency-style
cchc check --format github --ignore agency-style --sort severity --reverse --limit 3
cchc check --format sarif --ignore agency-style | sed 's/"version":"[0-9.]*","language"/"version":"N","language"/'
# places of a sheet, paths that are to be escaped, standard input
cd "$TMP"
name=$(printf 'kế hoạch, 100%%: a\nb\377.csv')
printf '%s\n' 'TT,Nhiệm vụ,Thời gian,Kinh phí (triệu đồng)' 'I,Thể chế,,' '1,"::error::Rà, 100%: soát",x%0A y,5' '2,Hai,"x
::warning::y",' >"$name"
ignore=output-missing,lead-missing
for format in gcc github; do cchc check --plan "$name" --ignore $ignore --format $format; done
cchc check --plan "$name" --ignore $ignore --format sarif | grep -o '"uri":[^}]*' | uniq
cchc check --plan "$PWD/$name" --ignore $ignore --format sarif | grep -o '"uri":[^}]*' | uniq | sed "s,$PWD,TMP,"
cchc check --plan - --ignore $ignore --format gcc <"$name" | head -n 1
cchc check --plan - --ignore $ignore --format sarif <"$name" | grep -o '"uri":[^}]*' | uniq
cchc check --plan "$OLDPWD/sheets.xlsx" --sheet 1 --format gcc --limit 2 | sed 's,^.*/,,'
cchc check --plan "$OLDPWD/sheets.xlsx" --sheet 1 --format sarif --limit 1 | sed '/^{"ruleId/!d; s,"uri":"[^"]*/,"uri":",'
