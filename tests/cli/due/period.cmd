cchc due --from 2021-06-15 --until 14/09/2021 --as-of 2021-06-01 --columns id,title
