# an extension keeps the UID and raises SEQUENCE; undone, it is raised again
one() { cchc export ics --search "công khai TTHC bằng" --as-of 2021-07-01 | grep -E 'UID|SEQ|DTSTART'; }
one
cchc update III.4 --due 2021-09-15 --on 2021-06-01 --by A >"$TMP/log" && one
cchc undo 1 --by A >"$TMP/log" && one
