cchc list --schedule dated --sort due --columns id,due --format csv
