cchc check --format md --ignore schedule-style,agency-style
