head -c 101 plan-2021-utf16.csv | cchc --plan - list; cchc --encoding windows1258 list; printf "\201" | cchc --plan - --encoding tcvn list; printf "TT,a\n\377" | cchc --plan - list
