cchc list III.2 I.1 VII.6 II.1 --format json
