printf "\377\376a\000" | cchc --plan - list
