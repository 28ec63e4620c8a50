cchc --help
