# a journal is a regular file or a link to one; a device, a pipe and a folder stay what they are
cd "$TMP"; mkfifo pipe; mkdir folder; ln -s later.csv link
mknod null c 1 3 2>/dev/null || mkfifo null
for journal in pipe folder null link; do
	echo "$journal"; echo "$journal" >&2
	cchc update III.2 done --on 2021-06-01 --as-of 2021-06-30 --by An --progress $journal; echo $?
	cchc log --progress $journal --format csv --columns seq,task; echo $?
	cchc list III.2 --columns id,status --format csv --progress $journal; echo $?
done
ls -A
