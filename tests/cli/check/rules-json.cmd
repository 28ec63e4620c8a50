cchc check --rules --format json
