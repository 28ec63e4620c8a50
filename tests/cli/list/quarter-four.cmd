cchc list --quarter 4 --schedule dated,phased --columns id --format csv
