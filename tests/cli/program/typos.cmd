try() { cchc "$@"; echo "$?" >&2; }
try lst
try list --sectoin I
try list --section VIII
try list --section XX
try list --section iix
try list --columns titel
try list --sort buget
try list --schedule yearround
try list --format jsn
try budget --by sction
try list --lead "van phog"
try list --budget fundd
try list III.22
try list --quarter 7
try list --lang fr
try help lsit
try -x
