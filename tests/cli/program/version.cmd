cchc --version; cchc -V
