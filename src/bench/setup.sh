#!/usr/bin/env bash
# setup.sh WORKDIR   -- copies this folder to WORKDIR, installs and builds the peers, packages Rangefinder, starts the private PostgreSQL,
# loads both data sets and stores the expected answers.
# Needs: node and npm, JDK 25 for the JVM peers, PostgreSQL 14+ server binaries, wrk (apt-get install wrk postgresql postgresql-contrib).
set -euo pipefail
from=$(cd "$(dirname "$0")" && pwd); to=${1:?usage: setup.sh WORKDIR}
mkdir -p "$to"; cp -r "$from/." "$to/"; (cd "$from/../.." && pwd) > "$to/.rangefinder"; cd "$to"
command -v wrk >/dev/null || { apt-get update -qq && apt-get install -y -qq wrk >/dev/null; }
[ -x "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)/postgres" ] || apt-get install -y -qq postgresql postgresql-contrib >/dev/null
. ./env.sh
# files that both peers share
for p in apollo mercurius; do cp peers/common/data.mjs peers/common/schema.graphql "peers/$p/"; done
for p in toolchain peers/mercurius peers/postgraphile peers/apollo peers/limit-node; do (cd $p && npm install --no-audit --no-fund --silent); done
for p in peers/vertx peers/spring; do (cd $p && JAVA_HOME=$JAVA25 mvn -q -B -DskipTests package); done
(cd "$RANGEFINDER" && ./mvnw -q -B -ntp -DskipTests package)
./pg.sh init && ./pg.sh start
for size in s l; do ./db/load.sh $size; python3 bench/golden.py $size; done
python3 bench/mkpgbench.py
python3 bench/selftest.py
echo "ready: cd $to && ./run-all.sh s"
