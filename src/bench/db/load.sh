#!/usr/bin/env bash
# load.sh s|l [CATALOGUE]   -- (re)creates database cat_s or cat_l and prints counts and a checksum; a catalogue file, such as that of
# catalogue/import.mjs, is imported beside the generated set
set -euo pipefail
file=${2:+$(realpath "$2")}
cd "$(dirname "$0")"; . ../env.sh
case "$1" in
 s) db=cat_s; v="brands=200 partnerships=400 devices=4000 markets=60 launches=40000" ;;
 l) db=cat_l; v="brands=2000 partnerships=5000 devices=100000 markets=200 launches=1000000" ;;
 *) echo "usage: load.sh s|l [CATALOGUE]"; exit 2 ;;
esac
P="$PGBIN/psql -h $PGSOCK_PEERS -p $PGPORT_PEERS -U postgres -qX -v ON_ERROR_STOP=1"
for r in $PEER_DB_USER $BENCH_ROLE; do
  $P -d postgres -c "do \$\$ begin if not exists (select from pg_roles where rolname='$r') then create role $r login password '$r'; end if; end \$\$"
done
# parallel workers are processes of their own whose CPU could not be attributed to a peer
$P -d postgres -c "alter role $BENCH_ROLE set max_parallel_workers_per_gather = 0"
$P -d postgres -c "drop database if exists $db" -c "create database $db"
$P -d $db -c "create extension if not exists pg_stat_statements schema public" 2>/dev/null || true
# Rangefinder's tables in schema public, then the peers' tables in schema app, derived from them
for migration in "$RANGEFINDER"/src/main/resources/db/migration/V*.sql; do $P -d $db -1 -f "$migration"; done
# The history that Flyway would have written; the baseline keeps later versions of Rangefinder from migrating these tables
$P -d $db <<'SQL'
create table flyway_schema_history (
    installed_rank integer primary key, version varchar(50), description varchar(200) not null, type varchar(20) not null,
    script varchar(1000) not null, checksum integer, installed_by varchar(100) not null,
    installed_on timestamp not null default now(), execution_time integer not null, success boolean not null);
insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
values (1, '999', '<< Flyway Baseline >>', 'BASELINE', '<< Flyway Baseline >>', 'postgres', 0, true);
SQL
{ echo "begin;"; for pair in $v; do echo "set local generate.${pair%=*} = ${pair#*=};"; done
  cat "$RANGEFINDER/src/test/resources/generate.sql"; echo "commit;"; } | $P -d $db >/dev/null
if [ -n "$file" ]; then
  $P -d $db -c "grant usage on schema history to $BENCH_ROLE" -c "grant usage on all sequences in schema public to $BENCH_ROLE" \
    -c "grant select on all tables in schema public, history to $BENCH_ROLE"
  $P -d $db -c "do \$\$ begin execute 'grant insert, update, delete on ' || array_to_string(catalogue_tables(), ', ') || ' to $BENCH_ROLE'; end \$\$"
  RANGEFINDER_DATABASE_URL="jdbc:postgresql://127.0.0.1:$PGPORT_PEERS/$db" RANGEFINDER_DATABASE_USERNAME=$BENCH_ROLE \
    RANGEFINDER_DATABASE_PASSWORD=$BENCH_ROLE "$JAVA25/bin/java" -jar "$RANGEFINDER/target/quarkus-app/quarkus-run.jar" import "$file"
fi
# the extension's view stays out of the schema that PostGraphile introspects
$P -d $db -c "create schema app authorization postgres" -c "alter database $db set search_path = app, public"
$P -d $db -1 -f peers.sql
$P -d $db -c "grant usage on schema app, public to $PEER_DB_USER, $BENCH_ROLE" -c "grant select on all tables in schema app to $PEER_DB_USER, $BENCH_ROLE" -c "grant select on all tables in schema public to $BENCH_ROLE"
$P -d $db -c "vacuum (analyze, freeze)"
$P -d $db -At -f counts.sql
