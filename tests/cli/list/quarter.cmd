cchc list --quarter 1 --columns id,schedule,due --format csv
