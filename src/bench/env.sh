# shared settings; every script sources this
export PEERS_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export PGBIN=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}
export PGPORT_PEERS=${PGPORT_PEERS:-55433}
export PGDATA_PEERS=$PEERS_HOME/pg/data
export PGSOCK_PEERS=$PEERS_HOME/pg/sock
export PGUSER_OS=peerpg
# the role of the benchmark, whose backends and statements are counted; the role peer/peer can read the same data, for other uses
export BENCH_ROLE=bench
export PEER_DB_USER=peer
export PEER_DB_PASSWORD=peer
export JAVA25=${JAVA25:-$(ls -d /usr/lib/jvm/*25*/ 2>/dev/null | head -1)}; JAVA25=${JAVA25%/}
export NODE_BIN=${NODE_BIN:-$([ -x $PEERS_HOME/toolchain/node_modules/node/bin/node ] && echo $PEERS_HOME/toolchain/node_modules/node/bin/node || command -v node)}
export PG_CPUS=${PG_CPUS:-}
# the checkout whose migrations, generator and package are used
export RANGEFINDER=${RANGEFINDER:-$(cat "$PEERS_HOME/.rangefinder" 2>/dev/null || (cd "$PEERS_HOME/../.." && pwd))}
