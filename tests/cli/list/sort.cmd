cchc list --sort budget --reverse --limit 4 --columns id,budget,title
