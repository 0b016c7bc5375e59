#!/usr/bin/env bash
# Exports a catalogue with a small heap, and compares the peak of resident memory with that of a command that only starts:
#
#   export.sh <command…>
#
# for example: export.sh java -Xmx64m -jar quarkus-run.jar
#
# RANGEFINDER_DATABASE_URL, _USERNAME and _PASSWORD specify a filled database. With EMPTY, the JDBC URL of an empty one, the
# service then fills that from the file and exports it again, and the files are compared.
set -euo pipefail

file=$(mktemp)
again=$(mktemp)
usage=$(mktemp)
port=${PORT:-18080}
trap 'rm -f "$file" "$again" "$usage"; [ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true' EXIT

peak() { # arguments of the package; prints seconds, CPU seconds and megabytes
    /usr/bin/time -o "$usage" -f '%e %U %S %M' "${command[@]}" "$@" >/dev/null
    awk '{ printf "%.1f s wall, %.1f s CPU, %d MB\n", $1, $2 + $3, $4 / 1024 }' "$usage"
}

command=("$@")
echo "start:  $(peak --help)"
echo "export: $(peak export "$file"), a file of $(($(stat -c %s "$file") / 1000000)) MB"
[ -n "${EMPTY:-}" ] || exit 0

export RANGEFINDER_DATABASE_URL=$EMPTY
begin=$(date +%s)
# Records are loaded one by one, which takes longer than a transaction may take by default
RANGEFINDER_CATALOGUE_FILE=$file QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$port QUARKUS_MANAGEMENT_PORT=$((port + 1)) \
    QUARKUS_TRANSACTION_MANAGER_DEFAULT_TRANSACTION_TIMEOUT=1H java ${LOADING_OPTIONS:-} -jar "${command[-1]}" >/dev/null &
pid=$!
until curl -sf "http://127.0.0.1:$((port + 1))/q/health/ready" >/dev/null; do
    kill -0 "$pid" # fails, and ends the script, if the service has exited
    sleep 1
done
echo "load:   $(($(date +%s) - begin)) s"
kill "$pid"
wait "$pid" || true
"${command[@]}" export "$again"
cmp "$file" "$again" && echo "equal"
