# Not under valgrind: it needs what is taken from it.
# no Excel file comes out of a full disk of temporary files, nor anything else of it
cd "$TMP"; awk 'BEGIN { print "section,number,title,due"; while (++n <= 400) print "I," n ",the same task" }' >many.csv
export() { cchc --plan many.csv export xlsx --year 2021 --output many.xlsx; }
(trap '' XFSZ; ulimit -f 24; export; echo $?); ls
export; echo $?; cchc --plan many.xlsx list --format csv | wc -l
# where mounting is allowed, as root: an empty [Content_Types].xml in a sound archive
mkdir full; cat >full-disk <<'SCRIPT'
mount -t tmpfs -o size=4k none full && echo a >full/a && TMPDIR=$PWD/full cchc export xlsx --output none.xlsx; echo $?
SCRIPT
if unshare -m true 2>/dev/null; then unshare -m bash full-disk; else echo 4; fi 2>&1 | tail -n 1; ls *.xlsx
