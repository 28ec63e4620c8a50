# an answer of up to 64 KiB is out before anybody reads a part of it
set -euo pipefail
for format in table csv json md; do x=$(cchc list --format $format | head -n 1); echo "${x:0:24}"; done
cchc list --output /dev/stdout --format csv | (sleep 0.1; read -r x; echo "${x:0:24}")
