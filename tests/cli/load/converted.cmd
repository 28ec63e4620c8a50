# Old office files are read through LibreOffice, of which this is a small one.
data=$PWD
mkdir "$HOME/bin" && cd "$HOME"
cat >bin/soffice <<'END'
#!/bin/sh
for file; do :; done
while [ "$1" != --convert-to ]; do shift; done
echo "${file##*/} to $2" >>"$HOME/asked"
dirname "$file" >>"$HOME/where"
case $(cat "$HOME/manner") in
fails) exit 1 ;;
makes-nothing) exit 0 ;;
hangs) sleep 60 ;;
esac
cp "$DATA/plan-2021-xlsxwriter.xlsx" "${file%.*}.$2"
END
chmod +x bin/soffice
export DATA=$data PATH=$HOME/bin:$PATH
printf '\320\317\021\340\241\261\032\341..W\0o\0r\0k\0b\0o\0o\0k\0\0\0' >plan.xls
printf '\320\317\021\340\241\261\032\341..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0' >locked.xls
printf 'PK\003\004..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK' >plan.ods
printf '{\\rtf1 }' >plan.rtf
echo works >manner
cchc --plan plan.xls budget --total
cchc --plan - budget --total <plan.ods
cchc --plan plan.rtf list --limit 1 --columns id,due
cchc --plan locked.xls list
for manner in fails makes-nothing; do
	echo $manner >manner
	cchc --plan plan.xls list
done
echo hangs >manner
cchc --plan plan.xls list &
while [ "$(wc -l <where)" -lt 6 ]; do sleep 0.05; done
kill $!
wait $!
echo "ended with $?"
for manner in works fails; do
	echo $manner >manner
	cchc report --period 6m -o report.pdf && cmp report.pdf "$data/plan-2021-xlsxwriter.xlsx"
done
cat asked
ls $(sort -u where) 2>&1 | grep -v 'No such file'
rm bin/soffice
for program in cchc valgrind; do # and no real one behind it
	command -v $program >/dev/null || continue
	printf '#!/bin/sh\nexec %s "$@"\n' "$(command -v $program)" >bin/$program && chmod +x bin/$program
done
PATH=$HOME/bin
cchc --plan plan.xls list
cchc --plan plan.ods list
cchc --plan plan.rtf list
cchc report --period 6m --format pdf
