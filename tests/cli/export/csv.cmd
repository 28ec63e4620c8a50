cchc export csv | cmp - ../../data/plan-2021.csv && echo same
