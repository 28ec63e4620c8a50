cchc lst
