#!/usr/bin/env bash
# Compares how many transactions per second concurrent writers commit: with the evidence weighed at each commit, and without
# (the triggers that mark changed subjects are disabled).
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
trap 'rm -f "$transaction"; for each in weighed plain; do sql postgres -c "drop database if exists writers_$each"; done' EXIT

sql() { # database, arguments of psql
    "$PGBIN/psql" "${connection[@]}" -qX -v ON_ERROR_STOP=1 -d "$@"
}

create() { # database
    sql postgres -c "create database $1"
    for migration in "$RANGEFINDER"/src/main/resources/db/migration/V*.sql; do
        sql "$1" -1 -f "$migration"
    done
    sql "$1" <<SQL
begin;
insert into citation (key) values ('writers');
insert into brand (slug, name, makes)
select 'writer-' || i, 'Writer ' || i, '{HANDSETS}' from generate_series(0, $writers - 1) i;
insert into device (slug, name, kind, brand_id)
select b.slug || '-' || i, 'Device ' || i, 'MODEL', b.id from brand b, generate_series(0, 2) i;
insert into claim (source_id, property, value, brand_id) select c.id, v.property, v.value, v.id from citation c, brand_value v;
insert into claim (source_id, property, value, device_id) select c.id, v.property, v.value, v.id from citation c, device_value v;
commit;
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

create writers_weighed
create writers_plain
sql writers_plain -c "do \$\$ declare t record; begin
    for t in select tgrelid::regclass as owner, tgname from pg_trigger where tgname like '%\_is\_weighed' loop
        execute format('alter table %s disable trigger %I', t.owner, t.tgname);
    end loop; end \$\$"
for ((turn = 1; turn <= turns; turn++)); do
    for when in weighed plain; do
        before=$(sql "writers_$when" -Atc 'select revision from catalogue')
        result=$("$PGBIN/pgbench" "${connection[@]}" -n -M prepared -c "$writers" -j 2 -T "$seconds" -f "$transaction" "writers_$when" 2>&1)
        after=$(sql "writers_$when" -Atc 'select revision from catalogue')
        committed=$(awk '/actually processed/ { sub("/.*", "", $6); print $6 }' <<<"$result")
        awk -v when="$when" -v turn="$turn" -v lost=$((committed - after + before)) \
            '/^tps/ { printf "turn %d, evidence %-9s %6.0f transactions/s, %d revisions lost\n", turn, when ":", $3, lost }' <<<"$result"
    done
done
