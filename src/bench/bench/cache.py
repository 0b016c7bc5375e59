#!/usr/bin/env python3
"""cache.py s|l    CPU of the server and of PostgreSQL for Q1 executed, for the same Q1 from the cache, and for a 304, in one run, with the ratios
Environment: that of bench.py"""
import sys; sys.path.insert(0, __file__.rsplit('/', 1)[0])
from bench import *

def tag(cfg, body):
    h = http.client.HTTPConnection(urllib.parse.urlparse(cfg['url']).netloc)
    h.request('POST', '/graphql', body, {'content-type': 'application/json', 'accept': 'application/json'})
    r = h.getresponse(); r.read()
    return r.getheader('etag')

def cost(what, cfg, bodyfile, server, headers, status):
    """CPU milliseconds a request; every answer must have the status"""
    cfg = {**cfg, 'headers': headers}
    st, _ = Http(cfg['url'], headers).post(open(bodyfile).readline().strip())
    if st != status: raise SystemExit(f'{what}: status {st}, not {status}')
    if OTHER_CPUS: pin_backends(OTHER_CPUS)
    warm(cfg, bodyfile, server)
    if OTHER_CPUS: pin_backends(OTHER_CPUS)
    s0, p0 = cpu_tree(server.pid), backend_cpu()
    w = wrk(cfg, bodyfile, DURATION, MAXREQ)
    s1, p1 = drain(server.pid)
    if sum(w['errors'].values()): raise SystemExit(f'{what}: errors {w["errors"]}')
    n = w['requests'] + CONC
    ms = [(s1 - s0) / n * 1000, cpu_delta(p0, p1) / n * 1000]
    print(f'{what:10} {ms[0]:.4f} + {ms[1]:.4f} ms, {w["requests"] / w["seconds"]:.0f} req/s, p50 {w["p50_ms"]:.2f} ms, p99 {w["p99_ms"]:.2f} ms', flush=True)
    return sum(ms)

def main(db):
    cfg = load_peer('ours')
    keeping = {**cfg, 'start': [a for a in cfg['start'] if 'rangefinder.cache.size' not in a]}
    with tempfile.NamedTemporaryFile('w', suffix='.bodies') as f:
        f.write(body(cfg, 'Q1', golden(db, 'Q1')[0]['vars']) + '\n'); f.flush()
        with Server(cfg, db, cpus=SERVER_CPUS) as s: executed = cost('executed', cfg, f.name, s, {}, 200)
        with Server(keeping, db, cpus=SERVER_CPUS) as s:
            kept = cost('kept', keeping, f.name, s, {}, 200)
            unchanged = cost('unchanged', keeping, f.name, s, {'if-none-match': tag(keeping, open(f.name).readline().strip())}, 304)
    print(f'executed to kept {executed / kept:.1f} (goal 20), executed to unchanged {executed / unchanged:.1f} (goal 40)')

if __name__ == '__main__':
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if len(sys.argv) != 2: sys.exit(__doc__)
    main(sys.argv[1])
