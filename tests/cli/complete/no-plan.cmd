# A plan that is not there, is broken, too large or not to be read at once gives no words and no message,
# locks nothing and is never converted; what needs no plan comes all the same. Nothing is written.
# A pipe and timing: not under valgrind.
mkdir "$TMP/bin" "$TMP/many" "$TMP/few"; printf '#!/bin/sh\ntouch "$TMP/converted"\n' >"$TMP/bin/soffice"; chmod +x "$TMP/bin/soffice"
export TMP PATH="$TMP/bin:$PATH"
mkfifo "$TMP/pipe"; touch "$TMP/empty.csv"; echo '{"sections": [' >"$TMP/broken.json"; printf '\xd0\xcf\x11\xe0....W\0o\0r\0k\0b\0o\0o\0k\0\0\0' >"$TMP/old.xlsx"; printf '{\\rtf1 x}' >"$TMP/old.rtf"
cp clean.csv "$TMP/few/clean.csv"; cp clean.csv "$TMP/many/clean.csv"; for i in {1..256}; do : >"$TMP/many/$i.txt"; done
{ cat clean.csv; head -c 600000 /dev/zero | tr '\0' ' '; } >"$TMP/large.csv"
cp "$TMP/old.xlsx" "$TMP/few2.xlsx"; mkdir "$TMP/old"; mv "$TMP/few2.xlsx" "$TMP/old"; cp clean.csv "$TMP/old"
for plan in nosuch.csv "$TMP/pipe" "$TMP/empty.csv" "$TMP/broken.json" "$TMP/old.xlsx" "$TMP/old.rtf" "$TMP/many" "$TMP/old" "$TMP/large.csv" faults.csv nul.csv /dev/zero - '' postgresql://host/db; do
	echo "$(basename "$plan"): $(echo x | timeout 5 cchc __complete -- --plan "$plan" list --section '') $(cchc __complete -- --plan "$plan" show I.1) $(cchc __complete -- --plan "$plan" list --sor | cut -f 1)"
done
echo "a folder: $(cchc __complete -- --plan "$TMP/few" show I.1.a | cut -f 1)"
echo "with errors in one file: $(cchc __complete -- --plan "$TMP/broken.json" --plan clean.csv show I.1.a | cut -f 1)"
cp clean.csv "$TMP/p.csv"; cchc --plan "$TMP/p.csv" --year 2024 update I.1.a done --on 2024-03-01 --force >/dev/null; exec 9<>"$TMP/p.progress.csv"; flock -x 9
echo "a locked journal: $(timeout 5 cchc __complete -- --plan "$TMP/p.csv" show I.1.a | cut -f 1)"
{ echo id,title; for i in {1..1500}; do printf 'I.%d,%0150d\n' $i 0; done; } >"$TMP/wide.csv"
cchc __complete -- --plan "$TMP/wide.csv" show '' | sleep 3; echo "after a second nobody waits: ${PIPESTATUS[0]}"
ls "$TMP"; [[ ! -e $TMP/converted ]] && echo 'nothing was converted'
