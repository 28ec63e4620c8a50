# Rows of one lead agency stand together, and go out as a reminder in Markdown or as a mail.
cchc due --quarter 2,3 --as-of 2021-05-01 --by lead --columns id,lead,due
cchc due --quarter 2 --as-of 2021-05-01 --by lead --format csv --columns id,lead,group
cchc due --quarter 2 --as-of 2021-05-01 --by lead --format md --lang vi | grep -v '^|'
letter() { tr -d '\r' | sed '1,/^$/d' | base64 -d | tr -d '\r'; }
cchc due --quarter 2 --as-of 2021-05-01 --lang vi --output "$HOME/nhac.eml" && sed '/^\r$/q' "$HOME/nhac.eml" | tr -d '\r'
letter <"$HOME/nhac.eml"
printf 'TT,Nhiệm vụ,Thời gian\n1,Rà soát\x1b[31m,Quý 2\n' | cchc --plan - --year 2021 due --quarter 2 --as-of 2021-05-01 --format eml | letter
cchc due --quarter 2 --by section
echo $? >&2
cchc list --format eml
echo $? >&2
