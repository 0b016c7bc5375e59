#!/usr/bin/env bash
# Compares how many transactions per second concurrent writers commit: with the revision taken at the first change, as in
# the migrations up to V5, and with the revision taken at commit.
#
#   writers.sh [turns] [seconds] [writers] [milliseconds]
#
# The milliseconds are the pause of a writer between two statements, for round trips and its own work. The script uses the
# PostgreSQL of pg.sh, and drops its databases at the end. Each transaction changes a brand that only its writer changes, and
# three devices.
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh

turns=${1:-3}
seconds=${2:-10}
writers=${3:-8}
pause=${4:-0}
connection=(-h "$PGSOCK_PEERS" -p "$PGPORT_PEERS" -U postgres)
transaction=$(mktemp)
trap 'rm -f "$transaction"; for each in first_change commit; do sql postgres -c "drop database if exists writers_$each"; done' EXIT

sql() { # database, arguments of psql
    "$PGBIN/psql" "${connection[@]}" -qX -v ON_ERROR_STOP=1 -d "$@"
}

create() { # database, the last migration
    sql postgres -c "create database $1"
    for migration in $(ls "$RANGEFINDER"/src/main/resources/db/migration/V*.sql | sort -V); do
        version=${migration##*/V}
        ((${version%%__*} > $2)) || sql "$1" -1 -f "$migration"
    done
    sql "$1" <<SQL
insert into brand (slug, name, makes, standing)
select 'writer-' || i, 'Writer ' || i, 'HANDSETS', 'RUMOURED' from generate_series(0, $writers - 1) i;
insert into device (slug, name, kind, brand_id, standing)
select b.slug || '-' || i, 'Device ' || i, 'MODEL', b.id, 'RUMOURED' from brand b, generate_series(0, 2) i;
SQL
}

cat >"$transaction" <<SQL
begin;
update brand set name = 'Writer of ' || random() where slug = 'writer-' || :client_id;
\sleep $pause ms
update device set name = 'Device of ' || random() where slug = 'writer-' || :client_id || '-0';
\sleep $pause ms
update device set name = 'Device of ' || random() where slug = 'writer-' || :client_id || '-1';
\sleep $pause ms
update device set name = 'Device of ' || random() where slug = 'writer-' || :client_id || '-2';
\sleep $pause ms
commit;
SQL

create writers_first_change 5
create writers_commit 6
for ((turn = 1; turn <= turns; turn++)); do
    for when in first_change commit; do
        before=$(sql "writers_$when" -Atc 'select revision from catalogue')
        result=$("$PGBIN/pgbench" "${connection[@]}" -n -M prepared -c "$writers" -j 2 -T "$seconds" -f "$transaction" "writers_$when" 2>&1)
        after=$(sql "writers_$when" -Atc 'select revision from catalogue')
        committed=$(awk '/actually processed/ { sub("/.*", "", $6); print $6 }' <<<"$result")
        awk -v when="$when" -v turn="$turn" -v lost=$((committed - after + before)) \
            '/^tps/ { printf "turn %d, revision taken at %-12s %6.0f transactions/s, %d revisions lost\n", turn, when ":", $3, lost }' <<<"$result"
    done
done
