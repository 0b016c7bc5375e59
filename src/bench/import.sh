#!/usr/bin/env bash
# Compares how long it takes to add generated devices to an empty catalogue: by the command import, and row by row, with one
# statement for each row of a table, sent by psql over a socket in one transaction.
#
#   import.sh [devices] [turns]
#
# The script uses the PostgreSQL of pg.sh and the package in $RANGEFINDER/target, and drops its databases at the end. It prints the
# seconds of each turn, and the peak of the memory that the command had in use.
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh

devices=${1:-100000}
turns=${2:-3}
connection=(-h "$PGSOCK_PEERS" -p "$PGPORT_PEERS" -U postgres)
files=$(mktemp -d)
trap 'rm -rf "$files"; for each in sets rows; do sql postgres -c "drop database if exists import_$each"; done' EXIT

sql() { # database, arguments of psql
    "$PGBIN/psql" "${connection[@]}" -qX -v ON_ERROR_STOP=1 -d "$@"
}

create() { # database
    sql postgres -c "drop database if exists $1" -c "create database $1"
    for migration in "$RANGEFINDER"/src/main/resources/db/migration/V*.sql; do
        sql "$1" -1 -f "$migration"
    done
}

import() { # arguments of the command
    RANGEFINDER_DATABASE_URL="jdbc:postgresql://127.0.0.1:$PGPORT_PEERS/import_sets" \
    RANGEFINDER_DATABASE_USERNAME=${IMPORT_USER:-postgres} RANGEFINDER_DATABASE_PASSWORD=${IMPORT_PASSWORD:-} \
        java -Xmx64m -jar "$RANGEFINDER/target/quarkus-app/quarkus-run.jar" import "$@"
}

for notation in jsonl yaml sql; do
    python3 bench/records.py "$notation" "$devices" >"$files/records.$notation"
done
for ((turn = 1; turn <= turns; turn++)); do
    for notation in jsonl yaml; do
        create import_sets
        begin=$(date +%s%N)
        import "$files/records.$notation"
        echo "turn $turn, import of $notation: $((($(date +%s%N) - begin) / 1000000)) ms"
    done
    create import_rows
    begin=$(date +%s%N)
    sql import_rows -f "$files/records.sql"
    echo "turn $turn, row by row: $((($(date +%s%N) - begin) / 1000000)) ms"
    [ "$(sql import_sets -Atc 'select count(*) from claim')" = "$(sql import_rows -Atc 'select count(*) from claim')" ]
done
