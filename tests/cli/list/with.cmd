cchc list --with "co so gdnn" --columns id,coordinating --format csv
