cchc list --lead $'\xff'
