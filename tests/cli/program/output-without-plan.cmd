# --output of what reads no plan, where a journal is named
CCHC_PROGRESS=journal.csv cchc --version --output "$HOME/version" && cat "$HOME/version"
cchc help undo --progress journal.csv --output "$HOME/help" && head -n 1 "$HOME/help"
