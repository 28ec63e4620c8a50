try() { cchc "$@"; echo "$?" >&2; }
try list --columns ''
try list --columns id,id
try list --columns id,
