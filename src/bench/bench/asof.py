#!/usr/bin/env python3
"""asof.py PID REQUESTS TURNS BACK...   CPU of the service PID and of PostgreSQL for each of the five queries of the present, as of
the revisions so many before the current one, and on a day after all dates; see asof.sh"""
import glob, http.client, json, os, statistics, sys

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TICK = os.sysconf('SC_CLK_TCK')

def cpu(pid):
    """seconds, of a process that may have ended"""
    try:
        return sum(map(int, open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()[11:13])) / TICK
    except OSError:
        return 0

def backends():
    """CPU seconds of each session of the database"""
    found = {}
    for path in glob.glob('/proc/[0-9]*/cmdline'):
        try:
            if b' asof_s ' in open(path, 'rb').read().replace(b'\0', b' '):
                pid = path.split('/')[2]
                found[pid] = cpu(pid)
        except OSError:
            pass
    return found

class Service:
    def __init__(self):
        self.http = http.client.HTTPConnection('127.0.0.1', 18080)
    def post(self, body):
        self.http.request('POST', '/graphql', json.dumps(body), {'content-type': 'application/json'})
        answer = self.http.getresponse()
        text = answer.read()
        if answer.status != 200 or b'"errors"' in text:
            raise SystemExit(f'{body}: {text[:500]}')
        return json.loads(text)

def measure(service, pid, body, requests):
    """CPU milliseconds of a request, of the service and of PostgreSQL"""
    server, database = cpu(pid), backends()
    for _ in range(requests):
        service.post(body)
    later = backends()
    return [(cpu(pid) - server) / requests * 1000, sum(later[p] - database.get(p, 0) for p in later) / requests * 1000]

def main(pid, requests, turns, back):
    service = Service()
    now = service.post({'query': '{ catalogue { revision } brands(first: 1) { nodes { slug } }'
                                 ' launches(first: 1) { nodes { market { code } } } }'})['data']
    market = now['launches']['nodes'][0]['market']['code']
    revision = now['catalogue']['revision']
    for name in ('Q1', 'Q2', 'Q3', 'Q4', 'Q5'):
        variables = {'Q1': {'slug': now['brands']['nodes'][0]['slug']}, 'Q2': {'market': market, 'launchedAfter': '2022-06'},
                     'Q3': {}, 'Q4': {'slug': now['brands']['nodes'][0]['slug']}, 'Q5': {'code': market}}[name]
        body = {'query': open(f'{HERE}/queries/ours/{name}.graphql').read(), 'variables': variables}
        bodies = [body] + [{**body, 'extensions': {'asOf': {'revision': revision - n}}} for n in back]
        answers = [service.post(one) for one in bodies]
        if any(one != answers[0] for one in answers):
            raise SystemExit(f'{name}: the answers differ, although all versions are the same')
        bodies += [{**body, 'extensions': {'asOf': {'validOn': '2099', 'validity': one}}} for one in ('CERTAINLY', 'POSSIBLY')]
        for one in bodies:
            measure(service, pid, one, requests)  # warm-up
        figures = [[measure(service, pid, one, requests) for one in bodies] for _ in range(turns)]
        for i, what in enumerate(['present'] + [f'{n} revisions ago' for n in back] + ['certainly in 2099', 'possibly in 2099']):
            ms = [statistics.median(turn[i][k] for turn in figures) for k in (0, 1)]
            ratio = statistics.median(sum(turn[i]) / sum(turn[0]) for turn in figures)
            print(f'{name} {what:18} {ms[0]:.2f} + {ms[1]:.2f} ms, {ratio:.2f} times the present', flush=True)

if __name__ == '__main__':
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), [int(n) for n in sys.argv[4:]])
