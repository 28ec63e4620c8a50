cchc --plan hostile.csv list --year 2021
