# What list writes of several plans loads again as the same plans, also with few columns, and from several files.
cchc list --plan several.csv --plan clean.csv --format csv >"$HOME/all.csv"; cat "$HOME/all.csv"
for format in csv tsv json jsonl; do
	cchc list --plan several.csv --plan clean.csv --format $format >"$HOME/again.$format"
	cchc list --plan "$HOME/again.$format" --format csv | cmp - "$HOME/all.csv" && echo $format
done
for columns in id,title plan,section,number,title plan,id,title,budget; do
	cchc list --plan several.csv --format csv --columns $columns >"$HOME/few.csv"
	cchc list --plan "$HOME/few.csv" --format csv --columns $columns | cmp - "$HOME/few.csv" && echo $columns
done
