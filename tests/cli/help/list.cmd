cchc help list
