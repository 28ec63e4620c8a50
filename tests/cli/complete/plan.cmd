# What the plan says: sections, ids, milestones, agencies, plans, headings.
export LC_ALL=C.UTF-8
t() { echo "» ${*@Q}"; cchc __complete -- "$@" | sed -E 's/^(.{60}).+/\1…/'; }
t list --section II; t list --section iii; t list --section=; t list --section II,V; t list --section I,II,V
t show III.; t show iii.3; t show III.1 III.; t log VII.1; t update V.1; t update v.1/; t update V.1/2 n; t diff V; t list X.
t list --lead 'Văn'; t list --lead van; t list --lead 'van  PHONG s'; t list --lead gdnn; t list --lead 'Phòng GDNN,van'; t list --with 'van p'; t list --agency 'trung t'; t list --lead 'trung t'
t --role lead=cơ; t --role=lead=Cơ; t adopt III.2; t adopt III.2=III.3; t adopt V.1=V.1/; t adopt V.1=n
t --plan several.csv --in ''; t --plan several.csv --in ubnd-xa list --section ''; t --plan several.csv show so-y-te:II; t --plan several.csv --plan clean.csv show clean:I
t --lang vi lis; t --lang vi list --sec
export CCHC_PLAN=clean.csv; t show ''; t --plan several.csv --in so-; t list --plan=small.csv --section ''
# what the office calls its agencies
printf 'office,names\nPhòng Tổ chức,Phòng TCHC\n' >"$TMP/agencies.csv"; cp several.csv "$TMP/p.csv"
for plan in several.csv "$TMP/p.csv"; do CCHC_PLAN=$plan cchc __complete -- list --agency "phong t"; done
