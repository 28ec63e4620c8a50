for year in 2021 2022; do printf 'Kế hoạch năm %s,,\nid,title,schedule\nI.1,T,Quý 1\n' $year >"$TMP/$year.csv"; done; cchc diff "$TMP/2021.csv" "$TMP/2022.csv"
