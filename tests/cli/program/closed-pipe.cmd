# a reader that closes the pipe ends a query quietly, whatever is inherited, and a long answer too
(sleep 0.2; cchc list; echo $? >&2) | true
trap '' PIPE; (sleep 0.2; cchc list; echo $? >&2) | true
awk 'BEGIN { print "section,number,title"; while (++n <= 2000) print "I," n ",a task" }' >"$TMP/many.csv"
cchc --plan "$TMP/many.csv" list --format json | head -n 1; echo "${PIPESTATUS[0]}"
(sleep 0.2; cchc update III.2 done --dry-run --as-of 2021-06-30 --by An; echo $? >&2) | true
