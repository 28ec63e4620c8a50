cchc list --section VII --sort id --reverse --columns id --format csv
