# A list whose due dates were partly extended still tells its year.
cchc list --format csv --progress progress-2021.csv --as-of 2021-12-31 >"$HOME/list.csv"
cchc list --plan "$HOME/list.csv" --columns id,due --format csv | sed -n '2,4p;$p'
