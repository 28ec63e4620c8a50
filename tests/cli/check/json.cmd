cchc check --format json
