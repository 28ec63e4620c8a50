# The user's own settings: defaults, views, the office, and what is wrong with them.
unset COLUMNS
mkdir -p "$HOME/.config/cchc" "$HOME/xdg/cchc"
settings() { cat >"$HOME/.config/cchc/cchc.ini"; }
home() { sed "s,$HOME,~,"; }
settings <<'INI'
# mine
[defaults]
lang = vi
columns = id,title
format = csv
keep-going = no
quiet = yes
pager = less -S
[office]
name = SỞ NỘI VỤ # 1
[view soon]
command = due --from 2021-03-20 --until "2021-03-31" --as-of 2021-03-20 --columns 'milestone,due'
[view the-rest]
command = list --search 'thủ tục'
INI
cchc config -f table 2>&1 | home
cchc config --color never --format csv --lang en | sed -n '/color/p;/lang/p;/format/p'
CCHC_PLAN=x.csv NO_COLOR=1 CCHC_PAGER=more cchc config | sed -n '/plan/p;/color/p;/pager/p'
cchc list --limit 2
cchc list --limit 1 --lang en --format table
cchc status --as-of 2021-06-01 | sed -n 1,2p
cchc soon --limit 3
cchc --format json soon --limit 1
cchc the-rest --section III

XDG_CONFIG_HOME=$HOME/xdg cchc list --limit 1 --columns id
XDG_CONFIG_HOME=relative cchc list | sed -n 1p
cchc late
echo "$?"
settings <<'INI'
key = before
[defaults]
colour = always
help = yes
keep-going = maybe
limit
[view list]
command = due
[view two words]
command = due
[view x]
comand = due
[servers
[plan x.csv]
[office]
adress = y
INI
cchc list 2>&1 | home
cchc list >/dev/null 2>&1
echo "$?"
cchc --version | sed -n 1p
cchc help | sed -n 1p
printf '[defaults]\nlang = fr\n' | settings
cchc list 2>&1 | home
printf '[view loop]\ncommand = loop\n' | settings
cchc loop
printf '[defaults]\nlang = \377\n' | settings
cchc list 2>&1 | home
settings <<'INI'
[defaults]
plan = plans/2026.csv
progress = -
by = An
spent = 3
[view a]
[view b]
command = list --search 'x
[view c]
command = list
command = due
[view ]
command = list
INI
cchc list 2>&1 | home
cp small.csv "$HOME/my plan.csv"
printf '[defaults]\nplan = ~/my plan.csv\nyear = 2021\n' | settings
cchc list --columns id --format csv
CCHC_PLAN=clean.csv cchc list --columns id --format csv | wc -l
printf '[servers]\nwest = postgresql:///w?host=/nowhere\neast = postgresql:///e?host=/nowhere\n' | settings
cchc config --format csv | sed -n '/server/p' | home
cchc list --plan small.csv --year 2021 --limit 1 --columns id --format csv
printf '[servers]\nwest = db.example\n' | settings
cchc list 2>&1 | home
