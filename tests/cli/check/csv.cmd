cchc check --format csv --columns severity,rule,file,line,column,id
