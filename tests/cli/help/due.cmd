cchc due --help
