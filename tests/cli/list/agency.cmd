cchc list --agency "KH-TC" --format tsv --columns id,lead,coordinating
