cchc list >/dev/full
