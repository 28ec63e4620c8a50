cchc help check
