cchc budget --lang vi
