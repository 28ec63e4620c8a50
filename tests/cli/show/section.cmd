cchc show V
