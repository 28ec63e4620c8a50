cchc list --search "$(printf "\\304\\221a\\314\\201nh gia\\314\\201")" --columns id --format csv
