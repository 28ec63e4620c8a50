cchc show V.1 III.6 --format json
