cchc list --section VII --lang vi --limit 4
