#!/usr/bin/env bash
# Run once by PostgreSQL's image, on an empty data volume: the product's own account, which owns its
# database and is no superuser.
set -euo pipefail
password=$(cat /run/secrets/database-password)
psql --set ON_ERROR_STOP=1 --set "password=$password" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE minhbach LOGIN PASSWORD :'password';
CREATE DATABASE minhbach OWNER minhbach;
REVOKE CONNECT ON DATABASE minhbach FROM PUBLIC;
SQL
