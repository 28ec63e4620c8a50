cchc budget --by lead
