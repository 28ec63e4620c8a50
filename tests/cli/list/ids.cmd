cchc list iii.2 V.1 --columns id,title
