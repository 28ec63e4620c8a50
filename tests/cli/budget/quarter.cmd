cchc budget --by quarter
