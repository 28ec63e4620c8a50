# A folder is every plan in it; journals, hidden and other files are not, and each plan has its own journal.
mkdir "$HOME/plans"; cp clean.csv official.csv rows.jsonl "$HOME/plans"; cd "$HOME/plans"
touch .hidden.csv '~$open.xlsx' notes.txt; mkdir inner; cp clean.csv inner/other.csv
cchc budget --plan . --by plan --format csv --columns group,tasks
cchc update --plan . clean:I.2 done --as-of 2024-03-03 --by An --format csv
cchc update --plan . I.2 official:I.2 done --as-of 2024-03-03 --by An; echo $?
ls
cchc log --plan . --columns plan,seq,task,status,by
cchc list --plan . --status done --as-of 2024-04-01 --format csv --columns id
cchc list --plan inner/ --plan clean.csv --format csv --columns id,plan | head -n 3
mkdir none; cchc list --plan none; echo $?
cp "$OLDPWD/nul.csv" bad.csv; cchc list --plan .; echo $?
# no answer is written over a plan of the folder, nor over a journal
rm bad.csv; cchc list --plan . --output official.csv; echo $?; cchc list --plan . --output clean.progress.csv; echo $?
cchc list --plan . --output all.jsonl; echo $?; cchc list --plan . --columns id; echo $?
