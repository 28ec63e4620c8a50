# Where the shell's own files are values, and which; «behind» what of the word.
t() { echo "» ${*@Q}"; cchc __complete -- "$@"; }
t --plan ''; t --plan=a; t -pa; t list --output a; t --progress ''; t update --from ''; t report --template ''; t form --dir=x; t diff ''; t diff a b; t diff a b ''; t adopt X.; t journal check ''
