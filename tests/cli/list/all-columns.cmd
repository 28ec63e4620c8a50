cchc list III.2 --columns all --format tsv
