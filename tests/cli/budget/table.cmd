cchc budget
