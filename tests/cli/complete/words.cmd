# What needs no plan: from the tables of commands and options.
t() { echo "» ${*@Q}"; cchc __complete -- "$@"; }
t li; t lsit; t list --li; t --li; t list --limit 3 --li; t list --section III --sect; t list -- --sect; t list -f; t help un; t help undo ''
t list --format j; t list --format=js; t list -fj; t list -hfj; t export x; t export csv ''; t report --format d; t budget --by ''; t due --by ''; t list --by ''; t --by ''; t list -p; t list -; t list --color ''
t list --columns tit; t list --columns id,tit; t list --columns 'id, ti'; t list --columns=id,title,ti; t list --sort bud; t budget --columns s; t list --columns al
t list --status o; t list --status done,ca; t due --quarter 1,; t due --month 1; t list --quarter ''; t list --schedule y; t list --search x
t check --ignore sub; t check --ignore subtotal,sub; t report --period 6; t --role le; t --lang ''; t --encoding w; t --plan-unit b; t journal r; t update III.2 ca; t list --limit ''
