try() { printf "$1" | cchc --plan - list; echo "exit code $?" >&2; }
try '\320\317\021\340\241\261\032\341'; try '%%PDF-1.4'
