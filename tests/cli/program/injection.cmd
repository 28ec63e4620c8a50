# Many runs: not under valgrind.
# Text that would be markup, or more than text to a terminal: in every answer for people it stays text.
export CCHC_PLAN=injection.json CCHC_PROGRESS=$HOME/j.csv
printf '%b' >"$CCHC_PROGRESS" \
	'seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids\n' \
	'1,\x1b[31m|,"<b>`\x1b",,I.1,done,2021-03-01,,,,"\xe2\x80\xae|x|",\x1b]0;t\x07,""\n' \
	'2,,An|,,I.3/1,in-progress,2021-03-01,,,2021-04-01,"[x](javascript:y)",`,""\n' \
	'3,,"\x1b",,I.4,in-progress,2021-03-01,40,,2021-05-01,"> \xe2\x80\x8b| a",,""\n' \
	'4,,An,,I.4,,2021-03-02,,,,,,3\n' \
	'5,,An,,"IX.9\x1b[31m`|",done,2021-03-01,,,,\x7f,,""\n' \
	'7,,An,,I.1,,2021-03-02,,,,,,5\n' \
	'6,,An,"other \x1b\xe2\x80\xae|`",I.1,done,2021-03-01,,,,x,,""\n'
answers=0
judge() { # an answer for people: nothing that a terminal obeys; in Markdown whole tables and no markup
	answers=$((answers + 1))
	LC_ALL=C.UTF-8 grep -anP '[\p{Cc}\p{Cf}\x{2028}\x{2029}]' "$TMP/answer" && echo "unsafe: $*"
	case $* in *md*) ;; *) return ;; esac
	sed 's/\\[^a-z]//g; s/<br>//g; s/^- I/I/' "$TMP/answer" | awk -F '|' '
		/^cchc: / { next }
		/[`<\[\]]/ || (!/^\|/ && (/\|/ || /^ *([->+=]|[0-9]+[.)])/)) { print "markup: " $0 }
		/^\|/ && width && NF != width { print "cells: " $0 }
		{ width = /^\|/ ? NF : 0 }'
}
try() { for lang in en vi; do cchc "$@" --as-of 2021-06-01 --lang $lang >"$TMP/answer" 2>&1; judge "$@"; done; }
for format in table md; do
	for command in 'list --columns all' 'show I.1 I.2 I.3 I.4' 'due --all --columns all' 'due --quarter 2' budget \
		'budget --by lead' 'budget --by plan' 'status --by lead' 'status --by plan' timeline 'log --columns all' \
		'log I.3' 'check --columns all' 'update I.1 in-progress --dry-run' 'undo 1 --dry-run'; do
		try $command --format $format
	done
	try update I.1 done --note $'\e[31m|`\u202e' --by $'<b>|\e' --evidence '[x](y)' --dry-run --format $format
done
try; sed -i '/^7,/d' "$CCHC_PROGRESS"; try status; try list; try check; try list --status done --format md
sed -i 's/IX[^`]*`|/I.1/' "$CCHC_PROGRESS"
try export md; try list --section $'\e['; try show $'\u202e'; try -o $'/none/\e' list; try --plan $'\e' list
sed 's/|a|/\\u001b[33m/; s/"- c"/"`|"/' injection.json >"$TMP/new.json"
for format in table md; do cchc diff injection.json "$TMP/new.json" --format $format >"$TMP/answer" 2>&1; judge $format; done
try report --period q1 --format md; try report --period year --format md
for html in 'export html' 'report --period year --format html'; do
	cchc $html --as-of 2021-06-01 2>/dev/null | tr -d '\t' >"$TMP/answer"; judge $html; grep -iE '<(script|b|i|img|a)[ >]|[ "]on[a-z]+=' "$TMP/answer"
done
cchc export ics --as-of 2021-06-01 2>/dev/null | tr -d '\r' >"$TMP/answer"; judge export ics
cchc export ics --as-of 2021-06-01 2>/dev/null | tr -d "\r" >"$TMP/answer"; judge ics
printf '| a |\n| <b> | \e |\n> x\n' >"$TMP/answer"; judge what the judge would say, --format md
printf '\x00' | cchc --plan - list >"$TMP/answer" 2>&1; judge NUL; cat "$TMP/answer"
echo '[{"id":"I.1","title":"a\u0000b"}]' | cchc --plan - list >"$TMP/answer" 2>&1; judge NUL; cat "$TMP/answer"
echo "$answers answers"
cchc show I.1 --as-of 2021-06-01 2>/dev/null
cchc log I.1 I.3 --format md --as-of 2021-06-01 2>/dev/null
cchc export md --section II 2>/dev/null
