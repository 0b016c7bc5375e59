#!/usr/bin/env python3
"""turns.py s|l PEER...    the five queries, sent to ours and to the peers in turns, so that noise affects all of them equally:
CPU milliseconds per request (server + PostgreSQL), the median of the turns, and ours to the best of the peers
Environment: that of bench.py, with WARMUP=20 seconds and DURATION=5 for a turn, TURNS=5, and QUERIES=Q1,Q2,Q3,Q4,Q5"""
import os, sys; sys.path.insert(0, __file__.rsplit('/', 1)[0])
os.environ.setdefault('WARMUP', '20'); os.environ.setdefault('DURATION', '5')
from bench import *
TURNS = int(E.get('TURNS', 5))
ASKED = E['QUERIES'].split(',') if 'QUERIES' in E else QUERIES

def turn(cfg, bodyfile, server):
    """CPU milliseconds per request: of the server, and of PostgreSQL"""
    if OTHER_CPUS: pin_backends(OTHER_CPUS)
    s0, p0 = drain(server.pid)
    w = wrk(cfg, bodyfile, DURATION, MAXREQ)
    s1, p1 = drain(server.pid)
    if sum(w['errors'].values()): raise SystemExit(f"{cfg['name']}: errors {w['errors']}")
    n = w['requests'] + CONC
    return (s1 - s0) / n * 1000, cpu_delta(p0, p1) / n * 1000

def query(q, db, servers):
    with tempfile.TemporaryDirectory() as d:
        files = {}
        for name, (cfg, server) in servers.items():
            h = Http(cfg['url'], cfg.get('headers'))
            right, _ = checker.check(cfg, db, [q], h, verbose=False)
            if not right: print(f'{q} {name}: left out, because its answers are not the right ones', flush=True); continue
            files[name] = f'{d}/{name}'
            with open(files[name], 'w') as f: f.write('\n'.join(b for b, _ in bodies(cfg, q, db, h)) + '\n')
            warm(cfg, files[name], server)
        turns = {name: [] for name in files}
        for n in range(TURNS):
            # The first of a turn takes up to a fifth more, so that another is the first each time.
            names = list(files)[n % len(files):] + list(files)[:n % len(files)]
            for name in names: turns[name].append(turn(servers[name][0], files[name], servers[name][1]))
    cost = {name: [statistics.median(x) for x in zip(*t)] for name, t in turns.items()}
    for name, (server, pg) in cost.items():
        sums = sorted(sum(t) for t in turns[name])
        print(f'{q} {name}: {server:.3f} + {pg:.3f} = {server + pg:.3f} ms (turns {sums[0]:.3f} to {sums[-1]:.3f})', flush=True)
    best = min((sum(c), name) for name, c in cost.items() if name != 'ours')
    print(f"{q} ours to {best[1]}: {sum(cost['ours']) / best[0]:.2f}", flush=True)

def main(db, peers):
    servers = {}
    try:
        for name in ['ours', *peers]:
            cfg = load_peer(name)
            servers[name] = cfg, Server(cfg, db, cpus=SERVER_CPUS)
        for q in ASKED: query(q, db, servers)
    finally:
        for _, server in servers.values(): server.stop()

if __name__ == '__main__':
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if len(sys.argv) < 3: sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
