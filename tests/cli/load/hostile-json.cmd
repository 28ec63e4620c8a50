try() { cchc "$@"; echo "$?" >&2; }
try --plan hostile.json list
try --plan - list <<<"$(printf '[{"\\\\u001b[31mX\\\\u202e":1,"\\\\u001b[31mX\\\\u202e":2,"id":"I.1"}]')"
