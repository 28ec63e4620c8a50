# what is recorded is recorded, whether or not the answer arrives; a dry run's answer must
cd "$TMP"; record() { cchc update "$@" --on 2021-06-01 --as-of 2021-06-30 --by An --progress j.csv; }
record III.1 done >/dev/full; echo $?
exec 8> >(:); wait $!; record III.2 done >&8; echo $?
exec 8> >(:); wait $!; cchc undo 1 --as-of 2021-06-30 --by An --progress j.csv >&8; echo $?; exec 8>&-
record III.3 done --output /dev/full; echo $?
record III.4 done --dry-run >/dev/full; echo $?
record III.4 done --output no-such-folder/x; echo $?
record III.4 done --output j.csv; echo $?
cchc update III.4 done --as-of 2021-06-30 --by An --progress new.csv --output new.csv; echo $?; ls
cchc log --progress j.csv --format csv --columns seq,task,voids
