# what is open already is written on with, a device never replaced, nor a link that leads nowhere
cd "$TMP"; list() { cchc list "$1" --columns id --format csv --output "$2"; }
echo 'kept' >log; { echo head; list I.1 /dev/stdout; list I.2 /dev/fd/1; echo tail; } >>log; cat log
ln -s later.csv link; list I.3 link; cat later.csv; ls -F
mknod null c 1 3 2>/dev/null && { list I.1 null 2>/dev/null; [[ -c null ]] || echo replaced; }
list I.1 folder/; mkdir folder; list I.1 folder; echo $?; list I.1 /dev/full; echo $?
