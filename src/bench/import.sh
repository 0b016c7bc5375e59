#!/usr/bin/env bash
# Compares how long it takes to add generated devices to an empty catalogue: by the command import, and row by row, with one
# statement for each row of a table, sent by psql over a socket in one transaction.
#
#   import.sh [devices] [turns]
#
# The script uses the PostgreSQL of pg.sh and the package in $RANGEFINDER/target, and drops its databases at the end. It prints the
# seconds of CPU of each turn, those of the command (or psql) and those of PostgreSQL, and the ratio of the sums. Others who use that
# PostgreSQL meanwhile count as well.
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh

devices=${1:-100000}
turns=${2:-3}
connection=(-h "$PGSOCK_PEERS" -p "$PGPORT_PEERS")
files=$(mktemp -d)
export PGOPTIONS="-c client_min_messages=warning"
trap 'rm -rf "$files"; for each in sets rows; do sql postgres -c "drop database if exists import_$each"; done' EXIT

sql() { # database, arguments of psql
    "$PGBIN/psql" "${connection[@]}" -U postgres -qX -v ON_ERROR_STOP=1 -d "$@"
}

# The importing role owns its database.
create() { # database
    sql postgres -c "drop database if exists $1" -c "create database $1 owner $BENCH_ROLE" -c "checkpoint"
    for migration in "$RANGEFINDER"/src/main/resources/db/migration/V*.sql; do
        "$PGBIN/psql" "${connection[@]}" -U "$BENCH_ROLE" -qX -v ON_ERROR_STOP=1 -d "$1" -1 -f "$migration"
    done
}

import() { # file
    RANGEFINDER_DATABASE_URL="jdbc:postgresql://127.0.0.1:$PGPORT_PEERS/import_sets" \
    RANGEFINDER_DATABASE_USERNAME=$BENCH_ROLE RANGEFINDER_DATABASE_PASSWORD=$BENCH_ROLE \
        java -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$RANGEFINDER/target/quarkus-app/quarkus-run.jar" import "$1" 2>&1
}

rows() { # file
    "$PGBIN/psql" "${connection[@]}" -U "$BENCH_ROLE" -qX -v ON_ERROR_STOP=1 -d import_rows -f "$1"
}

# The ticks of all processes of PostgreSQL, those that have ended included.
postgres_ticks() {
    local server processes
    server=$(head -n 1 "$PGDATA_PEERS/postmaster.pid")
    processes=$(pgrep -P "$server" | sed 's|.*|/proc/&/stat|')
    awk -v server="$server" '{ sub(/\(.*\)/, "name"); ticks += $14 + $15; if ($1 == server) ticks += $16 + $17 } END { print ticks }' \
        "/proc/$server/stat" $processes 2>/dev/null || postgres_ticks
}

measure() { # turn, what, command…; prints the CPU time, and keeps it in the variable cpu
    local turn=$1 what=$2 before after client server TIMEFORMAT='%U %S'
    shift 2
    before=$(postgres_ticks)
    client=$({ time "$@" >"$files/output"; } 2>&1 | awk '{ print $1 + $2 }')
    sleep 1 # until the session has ended
    after=$(postgres_ticks)
    server=$(awk -v ticks=$((after - before)) -v hertz="$(getconf CLK_TCK)" 'BEGIN { print ticks / hertz }')
    cpu=$(awk -v client="$client" -v server="$server" 'BEGIN { print client + server }')
    printf 'turn %d, %-15s %6.1f s of CPU: client %.1f, PostgreSQL %.1f\n' "$turn" "$what:" "$cpu" "$client" "$server"
}

for notation in jsonl yaml sql; do
    python3 bench/records.py "$notation" "$devices" >"$files/records.$notation"
done
for ((turn = 1; turn <= turns; turn++)); do
    create import_sets
    measure "$turn" 'import of yaml' import "$files/records.yaml"
    create import_sets
    measure "$turn" 'import of jsonl' import "$files/records.jsonl"
    sets=$cpu
    create import_rows
    measure "$turn" 'row by row' rows "$files/records.sql"
    awk -v turn="$turn" -v rows="$cpu" -v sets="$sets" 'BEGIN { printf "turn %d, ratio of JSON Lines: %.1f\n", turn, rows / sets }'
    [ "$(sql import_sets -Atc 'select count(*) from claim')" = "$(sql import_rows -Atc 'select count(*) from claim')" ]
done
