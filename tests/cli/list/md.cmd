cchc list --section VI --format md
