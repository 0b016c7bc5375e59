#!/usr/bin/env bash
# Measures the time from the start of a package to its first correct answer:
#
#   startup.sh <runs> <command…>
#
# for example: startup.sh 5 java -XX:AOTCache=app.aot -jar quarkus-run.jar
#
# RANGEFINDER_DATABASE_URL, _USERNAME and _PASSWORD specify a migrated database. Prints, for each run:
# wall seconds and CPU seconds until the first answer, resident megabytes at that moment.
set -euo pipefail

runs=$1
shift
port=${PORT:-18080}
ticks=$(getconf CLK_TCK)

answers() {
    curl -s --max-time 1 -H 'content-type: application/json' \
        -d '{"query":"{ brands(first: 1) { nodes { slug } } }"}' "http://127.0.0.1:$port/graphql" |
        grep -q '"data":{"brands"'
}

for ((run = 1; run <= runs; run++)); do
    begin=$(date +%s%N)
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port QUARKUS_MANAGEMENT_PORT=$((port + 1)) "$@" >/dev/null 2>&1 &
    pid=$!
    until answers; do
        kill -0 "$pid" # fails, and ends the script, if the service has exited
        sleep 0.02
    done
    end=$(date +%s%N)
    read -r _ _ _ _ _ _ _ _ _ _ _ _ _ user system _ <"/proc/$pid/stat"
    resident=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
    awk -v run="$run" -v wall=$((end - begin)) -v cpu=$((user + system)) -v ticks="$ticks" -v resident="$resident" \
        'BEGIN { printf "run %d: %.2f s wall, %.2f s CPU, %d MB\n", run, wall / 1e9, cpu / ticks, resident }'
    kill "$pid"
    wait "$pid" || true
done
