COLUMNS=140 cchc list --section VII
