cchc list --budget '>=1,000'; cchc list --budget '>=1,5,missing' --columns id -f csv; cchc list --budget '=<10'; cchc list --budget '>=1.2.3'
