cchc --plan official.csv list --columns id,title,lead,coordinating,start,due,budget; cchc --plan official.csv budget
