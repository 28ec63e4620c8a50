cchc show V.1 III.6 I.1 II.1 VII.6
