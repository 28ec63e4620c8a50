cchc budget --format json
