cchc list V.1 VI.5 --format csv
