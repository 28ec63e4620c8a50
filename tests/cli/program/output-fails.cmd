cchc list --output no-such-folder/out.csv
