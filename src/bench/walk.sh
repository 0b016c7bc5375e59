#!/usr/bin/env bash
# Compares the read module with Hibernate: CPU and memory of the JVM for the same traversal by both, in turns.
#
#   walk.sh JDBC-URL [BRANDS]     such as: walk.sh 'jdbc:postgresql://127.0.0.1:55433/cat_s?user=bench&password=bench&currentSchema=public' 3
set -euo pipefail
cd "$(dirname "$0")/../.."
[[ -d target/test-classes ]] || ./mvnw -q -B -ntp test-compile
./mvnw -q -B -ntp dependency:build-classpath -Dmdep.outputFile=target/walk.classpath -Dmdep.includeScope=test
java -XX:+UseSerialGC -Xmx1g "-Drangefinder.database.url=$1&prepareThreshold=1&assumeMinServerVersion=14" \
    -cp "target/test-classes:target/classes:$(<target/walk.classpath)" dev.rangefinder.store.WalkBenchmark "${2:-3}"
