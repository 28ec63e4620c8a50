# The office of the user's own settings sends what no nearer settings say: forms are .xlsx with a mail.
mkdir -p "$HOME/.config/cchc"
printf '[office]\nname = SNV XYZ # 1\n' >"$HOME/.config/cchc/cchc.ini"
cchc form --dir "$HOME/forms" --as-of 2021-04-01 >/dev/null
grep -h -m 1 -o 'SNV XYZ # 1' "$HOME"/forms/*.eml | uniq
