cchc list --search "đánh giá" --columns id --format csv; cchc list --search "đanh giá" --columns id --format csv
