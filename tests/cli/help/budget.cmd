cchc help budget
