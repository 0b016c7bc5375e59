#!/usr/bin/env bash
# Compares how many transactions per second concurrent writers commit when a revision is taken at the commit, and when it is
# taken first; then the CPU time of PostgreSQL for an update of one row with the log and without it.
#
#   log.sh [turns] [seconds] [writers] [milliseconds] [updates]
#
# The milliseconds are the pause of a writer between two statements, for round trips and its own work. The script uses the
# PostgreSQL of pg.sh, and drops its databases at the end. Each transaction changes four devices that only its writer changes.
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh

turns=${1:-3}
seconds=${2:-10}
writers=${3:-8}
pause=${4:-1}
updates=${5:-3000}
connection=(-h "$PGSOCK_PEERS" -p "$PGPORT_PEERS" -U postgres)
transactions=$(mktemp -d)
trap 'rm -rf "$transactions"; for each in log log_off; do sql postgres -c "drop database if exists writers_$each"; done' EXIT

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
insert into brand (slug, name) values ('writers', 'Writers');
insert into claim (source_id, brand_id) select c.id, b.id from citation c, brand b;
insert into device (slug, name, kind, brand_id)
select 'writer-' || i || '-' || d, 'Device ' || i, 'MODEL', b.id from brand b, generate_series(0, $writers - 1) i, generate_series(1, 4) d;
insert into claim (source_id, property, value, device_id) select c.id, v.property, v.value, v.id from citation c, device_value v;
commit;
analyze;
SQL
}

# Leaves the triggers that take the revision, but not what they log.
turn_off() { # database
    sql "$1" <<'SQL'
do $$
declare
    changed text;
begin
    foreach changed in array catalogue_tables() loop
        execute format('create or replace function history.log_changes_of_%s() returns trigger language plpgsql security definer
                        set search_path = public, history, pg_temp as $f$ begin return null; end $f$', changed);
    end loop;
end $$;
create or replace function changed_nodes(of_change bigint, tables text[]) returns changed_node[] language sql as
    $$ select '{}'::changed_node[] $$;
create or replace function history.log_entries(of_revision bigint, nodes changed_node[], of_subject text) returns void
    language sql as $$ $$;
SQL
}

cpu() { # database: microseconds of a backend for an update and its commit
    local statistics
    statistics=$(sql "$1" -At <<SQL
select pg_backend_pid() as pid \gset
\setenv pid :pid
do \$\$ begin for i in 1 .. 200 loop update device set name = 'warm ' || i where slug = 'writer-0-1'; commit; end loop; end \$\$;
\! awk '{ print \$14 + \$15 }' /proc/\$pid/stat
do \$\$ begin for i in 1 .. $updates loop update device set name = 'name ' || i where slug = 'writer-0-1'; commit; end loop; end \$\$;
\! awk '{ print \$14 + \$15 }' /proc/\$pid/stat
SQL
    )
    awk -v updates="$updates" -v ticks="$(getconf CLK_TCK)" \
        'NR == 1 { before = $1 } NR == 2 { printf "%.0f", ($1 - before) * 1e6 / ticks / updates }' <<<"$statistics"
}

{
    for device in 1 2 3 4; do
        echo "update device set name = 'Device of ' || random() where slug = 'writer-' || :client_id || '-$device';"
        echo "\\sleep $pause ms"
    done
} >"$transactions/changes"
{ echo 'begin;'; cat "$transactions/changes"; echo 'commit;'; } >"$transactions/commit"
{ echo 'begin;'; echo 'select from catalogue for update;'; cat "$transactions/changes"; echo 'commit;'; } >"$transactions/first"

create writers_log
create writers_log_off
turn_off writers_log_off
for ((turn = 1; turn <= turns; turn++)); do
    for when in commit first; do
        "$PGBIN/pgbench" "${connection[@]}" -n -M prepared -c "$writers" -j 2 -T "$seconds" -f "$transactions/$when" writers_log 2>&1 |
            awk -v when="$when" -v turn="$turn" '/^tps/ { printf "turn %d, revision %-7s %6.0f transactions/s\n", turn, when ":", $3 }'
    done
done
for ((turn = 1; turn <= turns; turn++)); do
    printf 'turn %d, update of one row: %d microseconds with the log, %d without\n' "$turn" "$(cpu writers_log)" "$(cpu writers_log_off)"
done
