cchc check --lang vi --plan faults.csv
