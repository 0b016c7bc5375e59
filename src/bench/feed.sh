#!/usr/bin/env bash
# Measures the feed with many subscribers, at rest and beside changes: feed.sh [subscribers] [changes a second] [seconds]
set -euo pipefail
cd "$(dirname "$0")"
. ./env.sh
exec python3 bench/feed.py "$@"
