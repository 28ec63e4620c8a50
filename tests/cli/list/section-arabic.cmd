cchc list --section 1 --columns id,title
