# what is wrong with the arguments is found before anything goes out
cd "$TMP"
for option in '--limit III' '--columns nonsense' '--sort nonsense'; do
	for command in list due budget status check plans log; do
		cchc $command $option 2>/dev/null; echo "$command $option: $?"
		cchc $command $option --output out 2>/dev/null; [[ ! -e out ]] || echo 'a file is left'
	done
done
