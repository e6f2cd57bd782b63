#!/usr/bin/env bash
# Draws the passwords that docker-compose.yml asks for, once; what is there already stays.
# The folder is closed to others; its files are not, since each container reads them as a user of
# its own. Keys are drawn by the container `prepare`, into volumes.
set -euo pipefail
cd "$(dirname "$0")"
chmod 700 .
random() { head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n'; }
keep() { [[ -e $1 ]] || { cat > "$1.new" && chmod 644 "$1.new" && mv "$1.new" "$1"; } }

keep superuser-password < <(random)
# The owner of the database and Kafka's operator, then accounts of each process that docker-compose.yml names.
names=$(sed -n 's|.*file: ./infra/secrets/database-url-\([a-z]*\) }|\1|p' ../../docker-compose.yml)
[[ -n $names ]] || { echo 'docker-compose.yml names no account' >&2; exit 1; }
for name in $names; do
  account=minhbach_$name
  [[ $name != owner ]] || account=minhbach
  keep "database-password-$name" < <(random)
  keep "kafka-password-${name/owner/operator}" < <(random)
  keep "database-url-$name" <<< \
    "postgresql://$account:$(cat "database-password-$name")@postgres:5432/minhbach"
done
