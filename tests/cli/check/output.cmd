cchc check --output "$HOME/found.csv" --columns rule,line; echo $?; cat "$HOME/found.csv"
