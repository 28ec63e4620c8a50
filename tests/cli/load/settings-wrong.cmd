# All that is wrong with the settings is said, and no plan beside them is read without them.
mkdir "$HOME/plans" && cd "$HOME/plans"
printf 'TT,Nhiệm vụ\n1,A\n' >kh.csv
cat >cchc.ini <<'END'
id = 1
[plan kx.csv]
unit = 3
[offices]
[office]
name = SỞ X
chuc-vu = GIÁM ĐỐC
place =
name = SỞ Y
[plan kh.csv]
plan-unit = xu
planunit = vnd
year = 20266
decimal-mark = x
role.leed = X
role.lead =
id
id = 1
id = 2
END
cchc --plan kh.csv list
cchc --plan . --keep-going list
