cchc list --lead "gdnn,kh-tc" --columns id,lead --format csv
