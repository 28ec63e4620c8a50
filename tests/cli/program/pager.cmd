# At a terminal of ten lines; the pager here says what passes it.
export TERM=xterm
printf '#!/bin/sh\nwhile IFS= read -r line; do echo "paged $LESS: $line"; done\n' >"$HOME/pager"
printf '#!/bin/sh\nread -r line; echo "left after: $line"\n' >"$HOME/early"
chmod +x "$HOME/pager" "$HOME/early"
at() { PATH=$HOME:$PATH script -qec "stty rows 10 cols 60; $*; echo \$?" /dev/null </dev/null | tr -d '\r'; }
at CCHC_PAGER=pager cchc list -s I --columns id,title
at CCHC_PAGER=pager cchc list -s I --limit 1 --columns id
at CCHC_PAGER=early cchc list --columns id
at PAGER=pager cchc list --columns id --no-pager | head -n 2
at PAGER=pager CCHC_PAGER= cchc list --columns id | head -n 2
at PAGER=pager CCHC_PAGER=cat cchc list --columns id | head -n 2
at CCHC_PAGER=no-such-pager cchc list --columns id | tail -n 2
at PAGER=pager TERM=dumb cchc list --columns id | head -n 2
at "PAGER=pager cchc list --columns id | cat" | head -n 1
at "PAGER=pager cchc list --output $HOME/out; wc -l <$HOME/out"
at LESS=R "PAGER='pager | tail -n 1' cchc list --columns id"
