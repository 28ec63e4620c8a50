check() { cchc check --format csv --columns severity "$@" | sort -u; echo "${PIPESTATUS[0]}"; }
check
check --fail-on error
check --ignore declared-budget --fail-on error
check --ignore declared-budget --fail-on warning
check --ignore schedule-style,agency-style,declared-budget --fail-on note
check --plan clean.csv --fail-on note
