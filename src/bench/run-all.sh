#!/usr/bin/env bash
# run-all.sh [s|l] [PEER...]   -- ours and every peer, the five queries, plus start-up, in one run; about 4 minutes per Node peer, 8 per JVM peer
cd "$(dirname "$0")"
db=${1:-s}; shift
peers=("$@"); [ ${#peers[@]} -eq 0 ] && peers=(raw ours mercurius postgraphile apollo spring)
for p in "${peers[@]}"; do
  ./bench.sh "$p" all "$db" || echo "FAILED $p"
  case $p in raw|rawx) ;; *) ./bench.sh startup "$p" "$db" 3 || echo "FAILED startup $p" ;; esac
done
