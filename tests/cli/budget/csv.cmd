cchc budget --format csv --by quarter
