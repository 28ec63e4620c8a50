cchc help show
