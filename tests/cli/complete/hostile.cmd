# A plan's text is data: no control character, no line of its own, nothing of another direction.
t() { echo "» ${*@Q}"; cchc __complete -- --plan hostile-shell.json "$@"; }
t show ''; t list --section ''; t list --lead ''; t --in ''; t list --columns $'id\n,'; t list --columns $'\e[31m,id'; t list --section $'\xff'; t list --lead $'\xc3'; t $'--plan=\t'; t list $'--lead=\n,A'
cchc __complete; cchc __complete -- | head -1; cchc __complete li; cchc __complete -- -- -- --; cchc __complete -- '' '' ''; cchc __complete -- --plan; cchc __complete -- list --lead --section I
cchc help __complete; cchc list __complete
