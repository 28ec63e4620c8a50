cchc --format csv list --section I --columns id; cchc list --columns id -f csv --section=I
