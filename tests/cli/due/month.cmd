cchc due --month 6 --as-of 2021-06-01 --format csv --columns id,milestone,group,start,due,days_left
