# Plans of two journals, or of two years: the message names them and says how to choose.
cp several.csv clean.csv official.csv "$HOME"; cd "$HOME" || exit
for lang in en vi; do
	cchc --lang $lang --plan clean.csv --plan official.csv update clean:I.2 official:I.2 done --as-of 2024-06-01 --by An; echo $?
	cchc --lang $lang --plan clean.csv --plan ../missing.csv list; echo $?
done
cchc --plan clean.csv --plan official.csv due --quarter 1 --as-of 2024-06-01; echo $?
