cchc show III.9
