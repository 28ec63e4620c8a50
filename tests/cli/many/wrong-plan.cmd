# An answer, or an entry, of a plan that is not among those read; the standard input twice
cp several.csv "$HOME" && cd "$HOME" && printf "plan,task,status\nnosuch,I.1,done\n" >answer.csv
cchc update --from answer.csv --plan several.csv --progress "$HOME/j" --year 2021 --on 2021-03-01 --as-of 2021-03-02 --by an; echo $?
cchc list --plan - --plan - </dev/null; echo $?
