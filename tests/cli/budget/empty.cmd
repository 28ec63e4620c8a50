cchc budget --search xyzzy; cchc budget --search xyzzy --total; cchc budget --search xyzzy --format json
