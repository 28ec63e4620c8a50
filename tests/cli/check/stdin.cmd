cchc check --plan - <faults.csv --format csv --columns file,rule
