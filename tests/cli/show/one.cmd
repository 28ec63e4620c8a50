cchc show III.2
