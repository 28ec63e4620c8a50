# The bars keep to the options of rows, as every other format does.
cchc timeline --as-of 2021-08-15 --section III --limit 2
cchc timeline --as-of 2021-08-15 --section III --reverse --limit 2
cchc timeline --as-of 2021-08-15 --section III --limit 0
cchc timeline --as-of 2021-08-15 --section III --reverse --format csv --columns id
