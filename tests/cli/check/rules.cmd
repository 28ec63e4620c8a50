cchc check --rules
