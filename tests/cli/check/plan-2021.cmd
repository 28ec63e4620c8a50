cchc check
