# One key has one type and one meaning, wherever it stands.
keys='"\(id\|number\|budget\|budget_vnd\|due\)":[^,}]*'
only="--section II --search 'văn bản'"
for command in 'list --format jsonl' 'list --format json' 'export jsonl' 'export json'; do
	echo "$command: $(eval cchc $command $only | grep '"number"' | sed 1q | grep -o "$keys" | tr '\n' ' ')"
done
echo "show: $(cchc show II.2 --format jsonl | sed 's/"milestones".*//' | grep -o "$keys" | tr '\n' ' ')"
