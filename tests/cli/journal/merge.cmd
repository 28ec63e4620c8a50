# Many runs: not under valgrind.
# Two branches of one journal in git: merged by the driver that help names, and without it mended.
cp small.csv "$HOME/plan.csv"; cd "$HOME"; j=plan.progress.csv
export GIT_EDITOR=true GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
plan() { cchc --plan plan.csv --as-of 2021-10-01 "$@"; echo "$?" >&2; }
git init -q -b main; git config commit.gpgsign false
plan update I.1 in-progress --on 2021-03-01 --by An --format csv >/dev/null
git add -A; git commit -q -m first
git checkout -q -b theirs; plan update I.1 done --on 2021-04-01 --by Bình --format csv >/dev/null
plan update II.1 done --on 2021-04-02 --by Bình --format csv >/dev/null; plan undo 3 --by Bình --format csv >/dev/null; git commit -q -a -m theirs
git checkout -q main; plan update I.2 in-progress --on 2021-04-01 --by An --format csv >/dev/null; git commit -q -a -m ours
git merge -q --no-edit theirs >/dev/null 2>&1; echo "conflict: $?"
plan status --format csv; plan journal check; plan journal repair; plan journal check
log() { plan log --format csv --columns task,status,by,voids | sed 's/,[0-9]*$/&,/; s/,[0-9]\+,$/,undoes/' | sort; }
log; rm $j.orig; git merge --abort; git checkout -q .
git config merge.cchc.driver 'cchc journal merge %O %A %B --output %A'; echo '*.progress.csv merge=cchc' >.gitattributes
git merge -q --no-edit theirs >/dev/null 2>&1; echo "merged: $?"
plan journal check; log; plan list --columns id,status --format csv
plan update I.1 --note x --by An --format csv >/dev/null; plan journal check
