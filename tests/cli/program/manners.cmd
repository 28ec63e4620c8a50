# What other programs and people's habits expect of a command line.
unset COLUMNS
cchc list --section III | sed -n '/^III.2/p'
cchc list --section III --wrap --columns id,title | sed -n 1,4p
COLUMNS=60 cchc list -s III --columns id,title | sed -n 1,4p
cchc show III.2 | sed -n 2p
cchc list -sIV,V --format csv --columns id | tr '\n' ' '
echo
cchc -hV | sed -n 1p
cchc list -sqx
echo "$?"
# The shell goes on after a reader that has seen enough.
bash -c 'set -euo pipefail; x=$(cchc list | head -n 1); echo "${x%% *}"'
# Nothing but the answer and errors.
cp progress-2021.csv "$HOME/j.csv"
printf '99,2021' >>"$HOME/j.csv"
cchc list -s I --limit 1 --columns id --progress "$HOME/j.csv" 2>&1 | grep -c 'cchc:'
cchc list -s I --limit 1 --columns id --progress "$HOME/j.csv" --quiet 2>&1 | grep -c 'cchc:'
cchc list -q -s X 2>&1 | grep -c 'cchc:'
# The language is the first wish that is known.
LC_ALL=C.utf8 LANGUAGE=fr:vi cchc list -s I --limit 0
LC_ALL=en_US.UTF-8 LANGUAGE=fr:vi:en cchc list -s I --limit 0
LC_ALL=en_US.UTF-8 LANGUAGE=vi cchc list -s I --limit 0 --lang en
# Colours where they are wished for.
show() { cchc list -s I --limit 1 --columns id "$@" | sed -n 1l; }
CLICOLOR_FORCE=1 show
CLICOLOR_FORCE=1 NO_COLOR=1 show
CLICOLOR_FORCE=1 show --no-color
CLICOLOR_FORCE=0 show
show --color always
# The built-in plan's journal: where states are kept, unless one lies where they were before.
cchc update I.1 done --on 2021-02-01 | sed -n '$p' | sed "s,$HOME,~,"
XDG_STATE_HOME=$HOME/state cchc update I.1 done --on 2021-02-02 | sed -n '$p' | sed "s,$HOME,~,"
mkdir -p "$HOME/old/.local/share/cchc"
cp progress-2021.csv "$HOME/old/.local/share/cchc/plan-2021.progress.csv"
HOME=$HOME/old cchc update I.1 done --on 2021-02-03 | sed -n '$p' | sed "s,$HOME,~,"
HOME=$HOME/old cchc status --as-of 2021-07-01 --format csv --columns reported | tail -n 1
