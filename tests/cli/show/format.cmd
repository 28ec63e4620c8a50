cchc show III.2 --format csv
