cchc help plans
