cchc export csv --section III --lead "bo phan"; cchc export json --section IV --search "de an"
