cchc --plan notutf8.csv list
