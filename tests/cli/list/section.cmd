cchc list --section III
