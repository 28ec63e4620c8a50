cchc list --search "danh gia" --columns id,title,output
