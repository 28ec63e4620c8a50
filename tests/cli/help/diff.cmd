cchc help diff
