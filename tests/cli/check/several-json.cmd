cchc check --plan faults.csv --plan noyear.csv --format csv --columns file,line,id,rule
