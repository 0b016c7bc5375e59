"""Shared helpers: start/stop a peer by its peer.json, /proc accounting, HTTP."""
import http.client, json, os, signal, socket, subprocess, sys, time, urllib.parse
H = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PGPORT = int(os.environ.get('PGPORT_PEERS', '55433'))
TICK = os.sysconf('SC_CLK_TCK')
PAGE = os.sysconf('SC_PAGE_SIZE')
ROLE = os.environ.get('BENCH_ROLE', 'bench')      # database role of the peers; what this role does is what gets counted
QUERIES = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5']

def env_sh():
    out = subprocess.run(['bash', '-c', f'. {H}/env.sh; env -0'], capture_output=True, check=True).stdout.decode()
    return dict(kv.split('=', 1) for kv in out.split('\0') if '=' in kv)
ENV = env_sh()

def load_peer(name):
    d = f'{H}/peers/{name}'
    cfg = json.load(open(f'{d}/peer.json'))
    if 'extends' in cfg:                          # a variant of another peer: same directory, other environment or flags
        base = load_peer(cfg['extends']); d = base['dir']
        cfg = {**base, **cfg, 'env': {**base.get('env', {}), **cfg.get('env', {})}}
    cfg.setdefault('queries', 'default'); cfg['name'] = name; cfg['dir'] = d
    cfg['url'] = os.environ.get('PEER_URL', cfg['url'])
    return cfg

def query_text(cfg, q):
    d = cfg['queries']
    p = d if d.startswith('/') else f'{H}/queries/{d}'
    t = open(f'{p}/{q}.graphql').read()
    return '\n'.join(l for l in t.split('\n') if not l.startswith('#')).strip()

def golden(db, q):
    return [json.loads(l) for l in open(f'{H}/golden/{db}/{q}.jsonl')]

class Http:
    def __init__(self, url, headers=None):
        self.u = urllib.parse.urlparse(url); self.c = None
        self.h = {'content-type': 'application/json', 'accept': 'application/json', **(headers or {})}
    def post(self, body, timeout=60):
        data = body if isinstance(body, bytes) else body.encode()
        for attempt in (1, 2):
            if self.c is None:
                self.c = http.client.HTTPConnection(self.u.hostname, self.u.port, timeout=timeout)
            try:
                self.c.request('POST', (self.u.path or '/') + (('?' + self.u.query) if self.u.query else ''), data, self.h)
                r = self.c.getresponse(); return r.status, r.read()
            except (http.client.RemoteDisconnected, ConnectionError, OSError):
                self.c = None
                if attempt == 2: raise

def body(cfg, q, variables):
    b = {'query': query_text(cfg, q), 'variables': variables}
    if cfg.get('persisted'):                       # peers that only take stored operations: {"Q1": {"id": ...}}
        b = {**cfg['persisted'][q], 'variables': variables}
    return json.dumps(b, separators=(',', ':'))

def find_cursor(j):
    if isinstance(j, dict):
        if isinstance(j.get('endCursor'), str): return j['endCursor']
        for v in j.values():
            c = find_cursor(v)
            if c: return c
    if isinstance(j, list):
        for v in j:
            c = find_cursor(v)
            if c: return c
    return None

def bodies(cfg, q, db, http_):
    """(body, golden row) for every variable set; page 2.. use the cursor the peer itself returned for the page before."""
    out, cursor = [], None
    for row in golden(db, q):
        v = dict(row['vars'])
        if row['page'] > 1: v['after'] = cursor
        b = body(cfg, q, v)
        if q in ('Q2', 'Q3'):
            st, raw = http_.post(b)
            if st != 200: raise RuntimeError(f'{q} HTTP {st}: {raw[:300]}')
            cursor = find_cursor(json.loads(raw))
        out.append((b, row))
    return out

# ---------- processes ----------
def stat(pid):
    s = open(f'/proc/{pid}/stat').read(); f = s[s.rindex(')') + 2:].split()
    return dict(ppid=int(f[1]), cpu=(int(f[11]) + int(f[12])) / TICK, child=(int(f[13]) + int(f[14])) / TICK, rss=int(f[21]) * PAGE)
def descendants(pid):
    kids = {}
    for d in os.listdir('/proc'):
        if d.isdigit():
            try: kids.setdefault(stat(int(d))['ppid'], []).append(int(d))
            except (FileNotFoundError, ProcessLookupError): pass
    out, todo = [], [pid]
    while todo:
        p = todo.pop(); out.append(p); todo += kids.get(p, [])
    return out
def cpu_tree(pid):
    """user+system CPU seconds of the process, its live descendants, and the children they have reaped"""
    t = 0.0
    for p in descendants(pid):
        try: s = stat(p); t += s['cpu'] + s['child']
        except (FileNotFoundError, ProcessLookupError): pass
    return t
def rss_tree(pid):
    t = 0
    for p in descendants(pid):
        try: t += stat(p)['rss']
        except (FileNotFoundError, ProcessLookupError): pass
    return t
def hwm(pid):
    for l in open(f'/proc/{pid}/status'):
        if l.startswith('VmHWM'): return int(l.split()[1]) * 1024
def threads(pid): return len(os.listdir(f'/proc/{pid}/task'))
def pg_master():
    return int(open(f"{ENV['PGDATA_PEERS']}/postmaster.pid").readline())
def pid_on_port(port):
    out = subprocess.run(['ss', '-Hltnp', f'sport = :{port}'], capture_output=True, text=True).stdout
    import re
    m = re.search(r'pid=(\d+)', out)
    return int(m.group(1)) if m else None

class Server:
    """starts the peer (or attaches when peer.json has no "start"); .pid, .startup_s, .idle_rss"""
    def __init__(self, cfg, db, query='Q4', cpus=None, env=None, quiet=True):
        self.cfg, self.db = cfg, db
        self.proc = None
        g = golden(db, 'Q4')[0]
        probe = body(cfg, 'Q4', g['vars'])
        port = cfg.get('port') or urllib.parse.urlparse(cfg['url']).port
        if not cfg.get('start'):
            self.pid = int(os.environ['PEER_PID']) if os.environ.get('PEER_PID') else pid_on_port(port)
            if not self.pid: raise SystemExit(f"{cfg['name']}: nothing listens on {port}; start it first or give peer.json a \"start\"")
            self.startup_s = None
            return
        if pid_on_port(port): raise SystemExit(f'port {port} is already taken by pid {pid_on_port(port)}')
        sub = {'{NODE}': ENV['NODE_BIN'], '{JAVA}': ENV['JAVA25'] + '/bin/java', '{JAVA25}': ENV['JAVA25'], '{HOME}': H, '{DIR}': cfg['dir'],
               '{DB}': 'cat_' + db, '{PORT}': str(port), '{PGPORT}': str(PGPORT), '{QUERY}': query, '{RANGEFINDER}': ENV['RANGEFINDER']}
        def s(x):
            for k, v in sub.items(): x = x.replace(k, v)
            return x
        cmd = [s(x) for x in cfg['start']]
        extra = os.environ.get('JAVA_OPTS_EXTRA')
        if extra and 'java' in os.path.basename(cmd[0]):       # after the flags of peer.json, so that it wins
            i = next((i for i, c in enumerate(cmd) if c in ('-jar', '-cp')), 1); cmd[i:i] = extra.split()
        if cpus: cmd = ['taskset', '-c', cpus] + cmd
        e = dict(os.environ, NODE_ENV='production', PORT=str(port), HOST='127.0.0.1', DB='cat_' + db, DBSIZE=db, QUERY=query, PEERS_HOME=H,
                 DATABASE_URL=f"postgres://{ROLE}:{ROLE}@127.0.0.1:{PGPORT}/cat_{db}", JDBC_URL=f"jdbc:postgresql://127.0.0.1:{PGPORT}/cat_{db}",
                 PGHOST='127.0.0.1', PGPORT=str(PGPORT), PGUSER=ROLE, PGPASSWORD=ROLE, PGDATABASE='cat_' + db, POOL_SIZE=os.environ.get('POOL_SIZE', '10'))
        for k, v in cfg.get('env', {}).items(): e[k] = os.environ.get('PEER_' + k, s(v))      # PEER_<NAME> overrides peer.json's env
        if env: e.update(env)
        os.makedirs(f'{H}/logs', exist_ok=True)
        self.log = open(f"{H}/logs/{cfg['name']}.log", 'wb')
        t0 = time.monotonic()
        self.proc = subprocess.Popen(cmd, cwd=cfg['dir'], env=e, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)
        self.pid = self.proc.pid
        h = Http(cfg['url'], cfg.get('headers')); deadline = t0 + 120
        self.first_error = None
        while True:
            if self.proc.poll() is not None: raise SystemExit(f"{cfg['name']} exited with {self.proc.returncode}; see {self.log.name}")
            try:
                st, raw = h.post(probe, timeout=30)
                if st == 200: break
                self.first_error = (st, raw[:300])
            except OSError: h.c = None
            except http.client.HTTPException: h.c = None
            if time.monotonic() > deadline: self.stop(); raise SystemExit(f"{cfg['name']}: no 200 within 120 s; last {self.first_error}; see {self.log.name}")
            time.sleep(0.005)
        self.startup_s = time.monotonic() - t0
        self.startup_cpu = cpu_tree(self.pid)
        time.sleep(2); self.idle_rss = rss_tree(self.pid)
    def stop(self):
        if self.proc and self.proc.poll() is None:
            self.proc.terminate()
            try: self.proc.wait(15)
            except subprocess.TimeoutExpired: self.proc.kill(); self.proc.wait()
    def __enter__(self): return self
    def __exit__(self, *a): self.stop()

# ---------- PostgreSQL accounting: only the backends and statements of ROLE ----------
def psql(db, sql):
    return subprocess.run([f'{H}/pg.sh', 'psql', '-d', 'cat_' + db, '-X', '-At', '-F', '\t', '-c', sql], capture_output=True, text=True, check=True).stdout.strip()
def backends():
    return [int(x) for x in psql('s', f"select pid from pg_stat_activity where usename = '{ROLE}'").split()]
def backend_cpu():
    """CPU seconds by backend pid"""
    out = {}
    for p in backends():
        try: out[p] = stat(p)['cpu']
        except (FileNotFoundError, ProcessLookupError): pass
    return out
def cpu_delta(before, after):
    return sum(c - before.get(p, 0) for p, c in after.items())
def pin_backends(cpus):
    for p in backends(): subprocess.run(['taskset', '-a', '-c', '-p', cpus, str(p)], capture_output=True)
def statements_reset(db):
    psql(db, f"select pg_stat_statements_reset('{ROLE}'::regrole::oid, (select oid from pg_database where datname = current_database()), 0)")
def statements(db):
    out = psql(db, "select s.calls, s.rows, round(s.total_exec_time::numeric,2), regexp_replace(left(s.query, 160), '\\s+', ' ', 'g') from pg_stat_statements s "
                   f"where s.userid = '{ROLE}'::regrole and s.dbid = (select oid from pg_database where datname = current_database()) order by s.calls desc")
    return [(int(a), int(b), float(c), d) for a, b, c, d in (l.split('\t', 3) for l in out.split('\n') if l)]
