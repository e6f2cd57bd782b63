#!/usr/bin/env bash
# Run once by PostgreSQL's image, on an empty data volume: the account that owns the database, and one
# for each process. None is a superuser; `mb prepare` gives each its rights.
set -euo pipefail
owner=$(cat /run/secrets/database-password-owner)
psql --set ON_ERROR_STOP=1 --set "password=$owner" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE minhbach LOGIN PASSWORD :'password';
CREATE DATABASE minhbach OWNER minhbach;
REVOKE CONNECT ON DATABASE minhbach FROM PUBLIC;
SQL
# Those whose passwords docker-compose.yml hands over.
for file in /run/secrets/database-password-*; do
  name=${file##*-}
  [[ $name != owner ]] || continue
  password=$(cat "$file")
  psql --set ON_ERROR_STOP=1 --set "password=$password" --set "account=minhbach_$name" \
    --username "$POSTGRES_USER" <<'SQL'
-- Room for two instances of some 35 and more; no one account takes all of max_connections (300).
CREATE ROLE :"account" LOGIN CONNECTION LIMIT 100 PASSWORD :'password';
SQL
done
