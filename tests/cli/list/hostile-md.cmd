cchc --plan hostile.csv list --format md --columns id,title
