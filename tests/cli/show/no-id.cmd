cchc show
