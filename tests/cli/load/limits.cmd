# No plan has rows like these; what opens a quote and never closes it is told apart from them.
{ printf 'id,title\nI.1,'; head -c 1100000 /dev/zero | tr '\0' A; } | cchc --plan - list
{ printf 'id,title\nI.1,A'; head -c 16383 /dev/zero | tr '\0' ,; } | cchc --plan - list
{ printf 'id,title\nI.1,"\n'; head -c 1100000 /dev/zero | tr '\0' '\n'; } | cchc --plan - list
{ printf 'id,title\nI.1,A'; head -c 16382 /dev/zero | tr '\0' ,; } | cchc --plan - list --format csv --columns id,title
for i in $(seq 1 257); do echo "{\"id\": \"I.$i\", \"title\": \"A\", \"k$i\": 1}"; done | cchc --plan - list
