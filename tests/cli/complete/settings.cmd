# What the user's own settings say: views as commands, the plan that is read where none is named.
t() { echo "» ${*@Q}"; cchc __complete -- "$@"; }
mkdir -p "$HOME/.config/cchc"
printf "[defaults]\nplan = $PWD/small.csv\nlang = vi\n[view soon]\ncommand = due --from today --section I\n[view sooner]\ncommand = list\n" >"$HOME/.config/cchc/cchc.ini"
t soo; t show I; t show --plan groups.csv A.; t soon --lim; t soon --section ''; t soon --group; t sooner --columns id,ti
printf '[nonsense]\n' >"$HOME/.config/cchc/cchc.ini"
t li; t show I.
