# Settings in the folders above a plan, up to the one that is named; the nearest one counts.
cd "$HOME"
mkdir -p all/so-a/2026 all/so-b
plan() { printf 'TT,Nhiệm vụ,Đơn vị,Thời gian,Kinh phí\n1,Rà soát,VP,Quý 1,1500\n'; }
plan >all/so-a/2026/kh.csv
plan >all/so-b/kh.csv
printf '[office]\nname = TỈNH\nplace = Huế\n[plan so-a/2026/kh.csv]\nyear = 2025\nplan-unit = thousand\norganisation = Sở A\n[plan so-b/kh.csv]\nyear = 2026\nrole.lead = Đơn vị\n' >all/cchc.ini
printf '[office]\nname = SỞ A\n[plan 2026/kh.csv]\nyear = 2026\nrole.lead = C\n' >all/so-a/cchc.ini
printf 'office,names\nVăn phòng Sở A,VP\n' >all/agencies.csv
cchc --plan all list --format csv --columns plan,lead,due,budget_vnd
cchc --plan all plans --format csv --columns id,organisation,year
cchc --plan all agencies --format csv --columns name
cchc --plan all/so-a/ list --format csv --columns plan,due,budget_vnd --plan-unit million
cchc --plan all/so-a/2026/kh.csv list --format csv --columns due
echo "$?"
printf '[plan ../x.csv]\n[plan so-b/none.csv]\n[defaults]\nlang = vi\n' >all/cchc.ini
cchc --plan all list
