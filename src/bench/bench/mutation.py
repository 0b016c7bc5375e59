#!/usr/bin/env python3
"""Compares the CPU time of a mutation with that of a bare update: mutation.py [MUTATIONS [TURNS]]

Each turn sends mutations that change one row, the name of a brand, one after the other over one connection; then pgbench makes
as many updates of one row, with their commits, in a table without triggers. The time is that of the service and of PostgreSQL
together; that of pgbench does not count. Then eight writers change brands ten times a second each, while two readers ask for
brands; the readers alone are measured as well. The script uses the PostgreSQL of pg.sh and the package in $RANGEFINDER/target,
starts both an issuer of access tokens and the service on loopback, and drops its database at the end."""
import base64, http.client, http.server, json, pathlib, subprocess, sys, tempfile, threading, time
from service import BIN, PG_PORT, SOCKET, postgresql_cpu, psql, service_cpu, start

MUTATIONS = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
TURNS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
PORT, ISSUER_PORT, DATABASE = 8099, 8098, "mutations"
ISSUER = f"http://127.0.0.1:{ISSUER_PORT}"
REVISE = ("mutation($brand: String!, $version: Int!, $name: String!) { reviseBrand(input: {brand: $brand,"
          " expectedVersion: $version, name: $name}) { brand { version } errors { __typename } } }")
READ = '{ brand(slug: "leica") { name devices(first: 5) { nodes { name } } } }'


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


class Issuer:
    """Issues access tokens, and publishes its key as OpenID Connect Discovery requires."""

    def __init__(self, folder):
        self.key = folder / "key.pem"
        self.key.write_bytes(openssl("genrsa", "2048"))
        modulus = openssl("rsa", "-in", str(self.key), "-noout", "-modulus").decode().strip().split("=")[1]
        key = {"kty": "RSA", "kid": "k", "use": "sig", "alg": "RS256", "e": "AQAB", "n": base64url(bytes.fromhex(modulus))}
        documents = {"/.well-known/openid-configuration": {"issuer": ISSUER, "jwks_uri": ISSUER + "/keys"},
                     "/keys": {"keys": [key]}}

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = json.dumps(documents[self.path]).encode()
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", ISSUER_PORT), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def token(self):
        now = int(time.time())
        claims = {"iss": ISSUER, "sub": "bench", "aud": "rangefinder", "iat": now, "exp": now + 7200, "roles": ["editor"]}
        signed = ".".join(base64url(json.dumps(part).encode()) for part in ({"alg": "RS256", "kid": "k"}, claims))
        return signed + "." + base64url(openssl("dgst", "-sha256", "-sign", str(self.key), data=signed.encode()))


class Client:
    def __init__(self, token=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
        self.headers = {"content-type": "application/json", **({"authorization": "Bearer " + token} if token else {})}

    def answer(self, document, **variables):
        body = json.dumps({"query": document, "variables": variables})
        self.connection.request("POST", "/graphql", body, self.headers)
        answer = json.loads(self.connection.getresponse().read())
        if "errors" in answer:
            sys.exit(f"failed: {answer}")
        return answer["data"]

    def revise(self, brand, versions):
        payload = self.answer(REVISE, brand=brand, version=versions[brand], name=f"Name {time.time_ns()}")["reviseBrand"]
        if payload["errors"]:
            sys.exit(f"refused: {payload}")
        versions[brand] = payload["brand"]["version"]


def measure(work, *clocks):
    before = [clock() for clock in clocks]
    work()
    return [(clock() - start) * 1e6 / MUTATIONS for clock, start in zip(clocks, before)]


def compare(service, client, versions):
    script = pathlib.Path(tempfile.mkdtemp(), "update.sql")
    script.write_text("\\set n random(1, 1000000000)\nupdate bare set name = 'Name ' || :n where slug = 'leica';\n")
    for turn in range(TURNS):
        ours = measure(lambda: [client.revise("leica", versions) for _ in range(MUTATIONS)],
                       lambda: service_cpu(service), postgresql_cpu)
        bare = measure(lambda: subprocess.run(
            [f"{BIN}/pgbench", "-h", SOCKET, "-p", PG_PORT, "-U", "postgres", "-n", "-M", "prepared", "-c", "1", "-t", str(MUTATIONS),
             "-f", str(script), DATABASE], check=True, capture_output=True), postgresql_cpu)
        print(f"turn {turn + 1}: mutation {ours[0]:.0f} + {ours[1]:.0f} us (service + PostgreSQL), bare update {bare[0]:.0f} us, "
              f"ratio {sum(ours) / bare[0]:.1f}", flush=True)


def reads(seconds, token, brands, versions, writers):
    counts, stopped = [], threading.Event()

    def read():
        client, count = Client(), 0
        while not stopped.is_set():
            client.answer(READ)
            count += 1
        counts.append(count)

    def write(brand):
        client = Client(token)
        while not stopped.wait(0.1):
            client.revise(brand, versions)

    threads = [threading.Thread(target=read) for _ in range(2)]
    threads += [threading.Thread(target=write, args=(brand,)) for brand in brands[:writers]]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    stopped.set()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def main():
    issuer = Issuer(pathlib.Path(tempfile.mkdtemp()))
    psql("postgres", f"drop database if exists {DATABASE}", f"create database {DATABASE} owner bench")
    service = start(DATABASE, PORT, RANGEFINDER_IDENTITY_ISSUER=ISSUER, RANGEFINDER_IDENTITY_AUDIENCE="rangefinder",
                    RANGEFINDER_CACHE_SIZE="0")
    try:
        token = issuer.token()
        client = Client(token)
        nodes = client.answer("{ brands(first: 14) { nodes { slug version } } }")["brands"]["nodes"]
        brands = {brand["slug"]: brand["version"] for brand in nodes}
        psql(DATABASE, "create table bare (id bigint primary key, slug text unique, name text)",
             "insert into bare select id, slug, name from brand", "alter table bare owner to bench")
        for _ in range(2 * MUTATIONS):
            client.revise("leica", brands)  # until the code is compiled
        compare(service, client, brands)
        others = [brand for brand in brands if brand != "leica"]
        reads(10, token, others, brands, 0)
        for turn in range(TURNS):
            alone, beside = (reads(8, token, others, brands, writers) for writers in (0, 8))
            print(f"turn {turn + 1}: {alone:.0f} reads a second alone, {beside:.0f} beside 8 writers, {100 - 100 * beside / alone:.0f} % less",
                  flush=True)
    finally:
        service.terminate()
        service.wait()
        psql("postgres", f"drop database if exists {DATABASE}")


if __name__ == "__main__":
    main()
