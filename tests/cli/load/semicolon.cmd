cchc --plan semicolon.csv list --columns id,title,budget,start,due
