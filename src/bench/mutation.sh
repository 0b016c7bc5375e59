#!/usr/bin/env bash
# Compares a mutation with a bare update, and reads beside writers with reads alone: mutation.sh [mutations] [turns]
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh
exec python3 bench/mutation.py "$@"
