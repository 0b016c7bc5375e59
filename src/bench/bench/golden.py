#!/usr/bin/env python3
"""golden.py s|l  -- writes golden/<db>/Qn.jsonl: for each variable set {"vars":..., "page": k, "json": <answer by raw SQL>}"""
import json, subprocess, sys, os
H = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SIZES = {'s': dict(brands=200, markets=60), 'l': dict(brands=2000, markets=200)}
CODES = ['DE','FR','GB','US','JP','CN','IN','BR','IT','ES','KR','TW','AE','SA','ZA','MX','CA','AU','SE','PL']
OTHERS = [c for c in (chr(65 + i // 26) + chr(65 + i % 26) for i in range(676)) if c not in CODES]
def code(i): return (CODES + OTHERS)[i - 1]
def slug(i): return f'brand-{i:05d}'
DATES = ['2018-01-01', '2021-01-01', '2023-06-01', '2024-03-01']
def lit(s): return "'" + str(s).replace("'", "''") + "'"
def psql(db, sql):
    out = subprocess.run([H + '/pg.sh', 'psql', '-d', 'cat_' + db, '-X', '-At', '-F', '\x1f', '-c', sql], capture_output=True, text=True, check=True).stdout
    return out.rstrip('\n').split('\x1f')
def sql(q, **kv):
    s = open(f'{H}/queries/sql/{q}.sql').read()
    for k, v in kv.items(): s = s.replace('{{' + k + '}}', v)
    assert '{{' not in s, s
    return s
def variables(db):
    n = SIZES[db]['brands']; m = SIZES[db]['markets']
    brands = sorted({1 + (k * 37) % n for k in range(64)})
    markets = sorted({1 + (k * 11) % m for k in range(32)})
    return brands, markets
def main(db):
    os.makedirs(f'{H}/golden/{db}', exist_ok=True)
    brands, markets = variables(db)
    def out(q, rows):
        with open(f'{H}/golden/{db}/{q}.jsonl', 'w') as f:
            for r in rows: f.write(json.dumps(r, separators=(',', ':')) + '\n')
        print(q, db, len(rows), 'variable sets, mean bytes', sum(len(json.dumps(r['json'], separators=(",", ":"))) for r in rows) // len(rows))
    out('Q1', [dict(vars={'slug': slug(i)}, page=1, json=json.loads(psql(db, sql('Q1', slug=lit(slug(i))))[0])) for i in brands])
    out('Q4', [dict(vars={'slug': slug(i)}, page=1, json=json.loads(psql(db, sql('Q4', slug=lit(slug(i))))[0])) for i in brands])
    out('Q5', [dict(vars={'code': code(i)}, page=1, json=json.loads(psql(db, sql('Q5', code=lit(code(i))))[0])) for i in markets])
    rows = []
    for k, i in enumerate(markets):
        on, oid = 'infinity', '9223372036854775807'
        for page in (1, 2):
            j, on, oid = psql(db, sql('Q2', market=lit(code(i)), launchedAfter=lit(DATES[k % 4]), afterOn=lit(on), afterId=lit(oid)))
            rows.append(dict(vars={'market': code(i), 'launchedAfter': DATES[k % 4]}, page=page, json=json.loads(j), rawCursor=[on, oid]))
    out('Q2', rows)
    rows, after = [], ''
    for page in range(1, 11):
        j, nxt = psql(db, sql('Q3', afterSlug=lit(after)))
        rows.append(dict(vars={}, page=page, json=json.loads(j), rawCursor=[nxt])); after = nxt
    out('Q3', rows)
for db in sys.argv[1:]: main(db)
