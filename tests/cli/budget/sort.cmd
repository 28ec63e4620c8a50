cchc budget --sort budget_vnd --reverse --columns group,budget_vnd,share
