COLUMNS=40 cchc list --section I
