# a language that is not built in is read from where it was installed
folder=$TMP/locale/fr/LC_MESSAGES
mkdir -p "$folder"
cat >"$TMP/fr.po" <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgctxt "figure"
msgid "1,234.5"
msgstr "1 234,5"

msgid "Task"
msgstr "Tâche"

msgid "section"
msgid_plural "sections"
msgstr[0] "rubrique"
msgstr[1] "rubriques"

msgid "task"
msgid_plural "tasks"
msgstr[0] "tâche"
msgstr[1] "tâches"

#, c-format
msgid "%s: %s, %s"
msgstr "%n%n%n"
PO
msgfmt -o "$folder/cchc.mo" "$TMP/fr.po"
export TEXTDOMAINDIR=$TMP/locale
cchc --lang fr | head -n 2
LC_ALL=fr_FR.UTF-8 cchc list III.1 | head -n 1
LC_ALL=en_US.UTF-8 LANGUAGE=de:fr_CA:vi cchc | head -n 1
LC_ALL=C LANGUAGE=fr cchc | head -n 1
cchc list III.1 --lang fr --format csv --columns id,due
cchc --lang de
cchc --lang ../fr
head -c 40 "$folder/cchc.mo" >"$folder/cut"
mv "$folder/cut" "$folder/cchc.mo"
cd "$TMP"
TEXTDOMAINDIR=locale cchc --lang fr
LC_ALL=fr_FR.UTF-8 cchc | head -n 1
