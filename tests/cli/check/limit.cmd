cchc check --limit 2 --sort severity --columns severity,rule,place
