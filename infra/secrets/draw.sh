#!/usr/bin/env bash
# Draws what docker-compose.yml asks for, once; what is there already stays.
# The folder is closed to others; its files are not, since each container reads them as a user of
# its own.
set -euo pipefail
cd "$(dirname "$0")"
chmod 700 .
random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
keep() { [[ -e $1 ]] || { cat > "$1.new" && chmod 644 "$1.new" && mv "$1.new" "$1"; } }

keep superuser-password < <(random)
keep database-password < <(random)
keep database-url <<< "postgresql://minhbach:$(cat database-password)@postgres:5432/minhbach"
