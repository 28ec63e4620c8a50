# A date alone is a task's schedule; what has tasks in sections below it is their group, and counts once.
printf '{"year":2021,"sections":[{"code":"I","title":"A","tasks":[{"number":1,"title":"B","due":"2021-03-31"},{"number":2,"title":"C","budget":"5","sections":[{"code":null,"title":"D","tasks":[{"number":1,"title":"E","budget":"5"}]}]}]}]}' >"$HOME/plan.json"
cchc --plan "$HOME/plan.json" list --columns id,title,due,budget
cchc --plan "$HOME/plan.json" due --quarter 1 --as-of 2021-01-01 --format csv --columns id,due
cchc --plan "$HOME/plan.json" budget --total
cchc --plan "$HOME/plan.json" export json >"$HOME/again.json"; cchc --plan "$HOME/again.json" budget --total
