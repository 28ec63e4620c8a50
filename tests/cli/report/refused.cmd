try() { cchc report "$@"; echo "$?" >&2; }
try
try --period q2
try --period year --cut-off decre
try --period year --format csv
try --period year --plan noyear.csv
try --period year --plan clean.csv --plan semicolon.csv
try --period year --output "$HOME/r.docx" && head -c 2 "$HOME/r.docx" && echo
try --period year --format docx | head -c 2
try --period year --template none.docx --output "$HOME/r.docx"
try --period year --template plan-2021-libreoffice.docx --output "$HOME/r.docx"
try --period year --template clean.csv --output "$HOME/r.docx"
try --period year --template plan-2021-libreoffice.docx --output "$HOME/r.html"
