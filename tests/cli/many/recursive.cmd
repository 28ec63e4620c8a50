# Folders are read with those in them; two offices' plans of one name are two.
mkdir -p "$HOME/all/so-a/2026" "$HOME/all/so-b" "$HOME/all/.hidden" "$HOME/all/empty"
for plan in so-a/kh so-b/kh so-a/2026/kh other .hidden/kh; do cp small.csv "$HOME/all/$plan.csv"; done
cd "$HOME"; ln -s so-a all/link; echo office >all/agencies.csv
plans() { cchc --plan all --as-of 2021-10-01 "$@"; echo "$?" >&2; }
plans plans --columns id,file,tasks --format csv
plans update so-b/kh:I.1 done --on 2021-03-03 --by An --format csv; find all -name '*.progress*'
plans list --status done --columns plan,id --format csv; cchc --plan all/so-b list --status done --columns plan,id --format csv
plans --in so-a/kh list --columns id --format csv; plans --in kh list; plans show 2026/kh:I.2/1 | head -2
mkdir -p all/x/so-b; cp all/other.csv all/x/so-b/kh.csv; plans plans --columns id --format csv
cp all/so-a/kh.csv all/so-a/kh.CSV; plans plans
cchc --plan all/so-b --plan all/so-b/kh.csv list; echo "$?" >&2; ln -s kh.csv all/so-b/same.csv; cchc --plan all/so-b list; echo "$?" >&2
cchc --plan all/empty list; echo "$?" >&2
cchc --plan all/other.csv --id so-x/kh-2021 list --columns plan,id --limit 1 --format csv; cchc --plan all/other.csv --plan all/so-a/kh.csv --id x list; echo "$?" >&2; cchc --plan all/so-a --id x list; echo "$?" >&2
