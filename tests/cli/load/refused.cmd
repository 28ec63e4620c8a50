# Many runs: not under valgrind.
# No JSON, and no CSV: each is exit 3 with its place, and nothing on standard output.
try() { # FORMAT…, as printf has it
	printf "$@" | cchc --plan - list --format csv >"$HOME/out" 2>"$HOME/err"
	rc=$?
	echo "$rc $(wc -c <"$HOME/out") $(sed 's/^cchc: standard input://' "$HOME/err")"
}
for value in 01 1. .5 +1 1e 0x1F NaN tru None "'a'" '"a' '"\\x41"' '"\\u12"' '"\\ud800"' '"\\u0000"' \
	'"a\tb"' '"\200"' '"\355\240\200"' 9223372036854775808 1.2345678901234567 1e400; do
	try '[{"id": "I.1", "title": "A",\n"x": '"$value"'}]'
done
for document in '[' '[]]' '[1,]' '[1' '{"a":1,}' '{a:1}' '{"sections":[' '{"sections":[]}x' '[]\0' '//\n[]' \
	'\377\376[\0]' '\377\376[\0"\0\0\330"\0]\0' '[\0]\0' '\357\273\277\357\273\277[]'; do
	try "$document"
done
for table in 'A "b' '"A' 'A"b"' '"A"b' '"A""' 'A\0B' '\303' '\300\200' '\355\240\200' '\364\220\200\200' 'A\r\n"B\r\nC' \
	'A\n"I.2","B'; do
	try 'id,title\nI.1,'"$table"
done
for bytes in 'i\0d\0,' '\330\0\0i' '\334\0'; do
	try '\376\377'"$bytes"
done
try '' && try '\357\273\277' && try '\n\n'
