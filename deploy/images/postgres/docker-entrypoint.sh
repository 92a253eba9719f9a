#!/bin/bash
# Makes the cluster on the first start (POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB), then runs the command.
set -euo pipefail

user="${POSTGRES_USER:-postgres}"
database="${POSTGRES_DB:-$user}"

make_cluster() {
  : "${POSTGRES_PASSWORD:?must be set to the password of $user}"
  initdb --username="$user" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") \
    --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  pg_ctl -w start -o "-c listen_addresses=''"
  if [[ "$database" != postgres ]]; then
    createdb --username="$user" --maintenance-db=postgres "$database"
  fi
  pg_ctl -w stop -m fast
}

if [[ "${1:-postgres}" == postgres ]]; then
  [[ -s "$PGDATA/PG_VERSION" ]] || make_cluster
  shift || true
  exec postgres -c listen_addresses='*' "$@"
fi
exec "$@"
