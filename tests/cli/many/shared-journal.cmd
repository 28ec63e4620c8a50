# One journal for several files: each entry counts for the plan that it names, and check looks at each once.
cp clean.csv several.csv "$HOME"; cd "$HOME"; export CCHC_PROGRESS=all.csv; P='--plan clean.csv --plan several.csv --year 2024 --as-of 2024-05-01'
cchc $P update clean:I.2 so-y-te:I.1 done --on 2024-03-01 --by An --format csv
cchc $P log; cchc $P undo 2 --by An --format csv
cchc $P plans --format csv --columns id,done,reported
sed -i '2s/I.2/I.9/; 3s/so-y-te/so-khac/' all.csv
cchc $P check --format csv --columns id,rule,file,line,message | grep progress
unset CCHC_PROGRESS
cchc $P undo 1; cchc $P --in clean undo 1; cchc $P status --by plan --format csv; cchc $P due --quarter 1; cchc $P --in clean --in so-y-te plans --columns id --format csv
# of a list's own journal an entry of none of its plans is found, once
cp all.csv several.progress.csv; cchc --plan several.csv check --format csv --columns id,line,message --as-of 2024-05-01 | grep entry
