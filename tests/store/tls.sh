# SPDX-License-Identifier: MIT
# TLS as libpq has it: the server's certificate is checked, and one of another authority is refused.
certificate() { # NAME: an authority, and a server's certificate by it for «localhost»
	openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -keyout "$1.ca.key" -out "$1.ca.crt" 2>/dev/null &&
		openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout "$1.key" -out "$1.csr" 2>/dev/null &&
		openssl x509 -req -in "$1.csr" -CA "$1.ca.crt" -CAkey "$1.ca.key" -CAcreateserial -days 2 \
			-extfile <(echo subjectAltName=DNS:localhost) -out "$1.crt" 2>/dev/null
}
mkdir "$work/tls"
cd "$work/tls"
check 'certificates' certificate ours
check 'another authority' certificate theirs
install -o "$(as_server id -u)" -m 600 ours.key ours.crt "$work/pg"
server tls fsync=off
cluster_stop tls fast
port=$((20000 + RANDOM % 20000))
cluster_start tls fsync=off ssl=on "ssl_cert_file=$work/pg/ours.crt" "ssl_key_file=$work/pg/ours.key" \
	listen_addresses=localhost "port=$port"
at="postgresql://owner@localhost:$port/cchc?sslmode=verify-full&sslrootcert=$work/tls"
cp "$data/../../data/plan-2021.csv" .
printf '[plan plan-2021.csv]\norganisation = Sở Nội vụ\n' >cchc.ini
check 'a plan is brought by TLS' cchc store add "$at/ours.ca.crt" plan-2021.csv
check 'and an entry' cchc --plan "$at/ours.ca.crt" update III.2 done --on 2021-06-01
equal 'an answer comes by it' 6 "$(cchc --plan "$at/ours.ca.crt" list --section III --format csv --columns id | grep -c ^III)"
equal 'the connection is encrypted' t "$("$bin/psql" -X -q -A -t -d "$at/ours.ca.crt" -c 'select ssl from pg_stat_ssl where pid = pg_backend_pid()')"
fails 'a certificate of another authority' 4 'certificate verify failed' cchc --plan "$at/theirs.ca.crt" list
fails 'another name than the certificate has' 4 'does not match host name' \
	cchc --plan "postgresql://owner@127.0.0.1:$port/cchc?sslmode=verify-full&sslrootcert=$work/tls/ours.ca.crt" list
cd "$work"
