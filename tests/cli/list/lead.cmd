cchc list --lead "van phong so" --format csv --columns id | tail -n +2 | wc -l
