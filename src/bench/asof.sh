#!/usr/bin/env bash
# Compares the five queries as of a moment, and of a day, with the same queries of the present: asof.sh [requests] [turns]
#
# The data are those of the set s, first with no history and then with 20 versions of each row. The script uses the PostgreSQL of
# pg.sh and the package, and drops its database at the end.
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh

requests=${1:-300}
turns=${2:-3}
connection=(-w -h "$PGSOCK_PEERS" -p "$PGPORT_PEERS")
service=

sql() { # database, arguments of psql
    "$PGBIN/psql" "${connection[@]}" -U postgres -qXt -v ON_ERROR_STOP=1 -d "$@"
}

fail() { # reason
    echo "asof.sh: $1" >&2
    exit 1
}

stop() {
    [ -z "$service" ] || kill "$service" 2> /dev/null || true
    wait
    sql postgres -c "drop database if exists asof_s with (force)"
}

sql postgres -c "select 1" > /dev/null ||
    fail "the user postgres cannot log in at $PGSOCK_PEERS, port $PGPORT_PEERS, without a password: start the PostgreSQL of pg.sh"
sql postgres -c "do \$\$ begin
    if not exists (select from pg_roles where rolname = '$BENCH_ROLE') then create role $BENCH_ROLE login password '$BENCH_ROLE'; end if;
end \$\$"
PGPASSWORD=$BENCH_ROLE "$PGBIN/psql" -w -h 127.0.0.1 -p "$PGPORT_PEERS" -U "$BENCH_ROLE" -qX -d postgres -c "" ||
    fail "the role $BENCH_ROLE cannot log in at 127.0.0.1, port $PGPORT_PEERS, with the password $BENCH_ROLE"
trap stop EXIT

sql postgres -c "drop database if exists asof_s" -c "create database asof_s"
for migration in "$RANGEFINDER"/src/main/resources/db/migration/V*.sql; do
    sql asof_s -1 -f "$migration"
done
sql asof_s <<SQL > /dev/null
create table flyway_schema_history (
    installed_rank integer primary key, version varchar(50), description varchar(200) not null, type varchar(20) not null,
    script varchar(1000) not null, checksum integer, installed_by varchar(100) not null,
    installed_on timestamp not null default now(), execution_time integer not null, success boolean not null);
insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
values (1, '999', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', 'postgres', 0, true);
begin;
set local generate.brands = 200; set local generate.partnerships = 400; set local generate.devices = 4000;
set local generate.markets = 60; set local generate.launches = 40000;
\i $RANGEFINDER/src/test/resources/generate.sql
commit;
\i claim-all.sql
reset session_replication_role;
insert into citation (key) values ('asof'); -- the first change in the log
grant usage on schema history, asof, validon, asof_validon to $BENCH_ROLE;
grant select on all tables in schema public, history, asof, validon, asof_validon to $BENCH_ROLE;
vacuum analyze;
SQL
RANGEFINDER_DATABASE_URL="jdbc:postgresql://127.0.0.1:$PGPORT_PEERS/asof_s?user=$BENCH_ROLE&password=$BENCH_ROLE" RANGEFINDER_CACHE_SIZE=0 \
    "${JAVA25:-/usr}/bin/java" -Dquarkus.http.port=18080 -Dquarkus.management.port=19000 -Dquarkus.http.host=127.0.0.1 \
    -jar "$RANGEFINDER/target/quarkus-app/quarkus-run.jar" > /dev/null &
service=$!
until curl -sf http://127.0.0.1:19000/q/health/ready > /dev/null; do
    kill -0 "$service" 2> /dev/null || fail "the service did not start"
    sleep 0.5
done

echo "no history:"
python3 bench/asof.py "$service" "$requests" "$turns" 0
sql asof_s -f db/versions.sql -c "vacuum analyze" > /dev/null
echo "20 versions of each row:"
python3 bench/asof.py "$service" "$requests" "$turns" 0 10 20
