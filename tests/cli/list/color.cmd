cchc list --section IV --limit 1 --color always | cat -v
