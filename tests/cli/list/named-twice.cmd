# An ID that is typed twice, or two that name one task, is one task; an update of it is refused
cchc list I.4 i.4 --columns id,budget
cchc list so-y-te:I.1 I.1 --plan several.csv --year 2021 --columns id,budget
cchc update I.4 1.4 done --on 2021-03-01 --as-of 2021-03-02 --by an --progress "$HOME/j"; echo $?
