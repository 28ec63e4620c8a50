cchc --plan hostile.csv list --format json --columns id,title
