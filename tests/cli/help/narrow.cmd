COLUMNS=60 cchc help
