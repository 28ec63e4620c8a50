# A bad file among many is refused and named with all its errors; --keep-going answers without it, says so, and still exits 3.
mkdir "$HOME/plans"; cp clean.csv official.csv several.csv "$HOME/plans"; cp nul.csv "$HOME/plans/a-bad.csv"; cp errors.csv "$HOME/plans/z-bad.csv"; cd "$HOME/plans"
cchc budget --plan . --by plan; echo $?
cchc budget --plan . --by plan --keep-going --columns group,tasks --format csv; echo $?
cchc budget --plan . --total --keep-going --output total.txt; echo $?; cat total.txt
cchc list --plan . --section I --in official --keep-going --columns id; echo $?
cchc list --plan a-bad.csv --plan z-bad.csv --keep-going; echo $?
cchc list --plan a-bad.csv --keep-going --output none.txt; echo $?; ls none.txt
cchc list --plan nowhere --plan clean.csv --keep-going --columns id --limit 1; echo $?
cchc list --plan a-bad.csv --plan clean.csv --plan ./clean.csv --keep-going; echo $?
cchc check --plan . --keep-going --in clean; echo $?
cchc update --plan . clean:I.1 done --as-of 2024-03-03 --by An --keep-going --format csv; echo $?
cchc diff a-bad.csv clean.csv --keep-going; echo $?
cchc list --plan . --keep-going --lead nobody; echo $?
# a journal that cannot be read: what its plans stand at is not known, so that they are left out too
rm ./*-bad.csv; echo 'no journal' >official.progress.csv
cchc status --plan . --year 2021 --as-of 2024-06-30 --by plan --format csv; echo $?
cchc status --plan . --year 2021 --as-of 2024-06-30 --by plan --format csv --keep-going --columns group,tasks,done_on_time; echo $?
cchc plans --plan . --in clean --columns id,done --format csv --as-of 2024-06-30; echo $?
cchc plans --plan . --progress official.progress.csv --keep-going; echo $?
cchc plans --plan . --keep-going --output /dev/full; echo $?
