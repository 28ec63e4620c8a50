cchc budget --by plan
