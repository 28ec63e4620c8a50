cchc check --ignore "declared-budget, section-title" --ignore budget-missing,budget-unspecified,schedule-style,agency-style; echo $?
