cchc show iii.2 vii.4 --lang vi
