cchc due --as-of 30/06/2021 --columns id,due,days_left
