# Many runs: not under valgrind. No line is wider than a terminal's 80 columns.
commands=$(cchc help | sed -n '/^Commands:$/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p')
for command in '' $commands; do
	for lang in en vi; do
		cchc --lang $lang help $command | LC_ALL=C.UTF-8 grep -anE '.{81}' | sed "s/^/$lang $command:/"
	done
done
[[ $commands == *list*export* ]]
