cchc --plan hostile.csv list --format csv --columns id,title; cchc --plan hostile.csv list --format tsv --columns id,title | cat -v
