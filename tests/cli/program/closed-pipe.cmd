set -o pipefail; (sleep 0.2; cchc list) | true
