cchc check >/dev/full
