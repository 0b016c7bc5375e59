#!/usr/bin/env python3
"""Measures how other clients fare while one overloads the service: attack.py HTTP_PORT MANAGEMENT_PORT [SECONDS [WAY...]]

Attacks a running service in several ways in turn, with an operation that is expensive for the database ($EXPENSIVE, a
document). For each kind of cheap request on other connections it prints how many were answered, their latency and status.
The share counts requests that were answered within 500 ms with a status other than 503."""
import base64, collections, itertools, json, os, socket, statistics, struct, subprocess, sys, threading, time
from urllib.parse import quote

HTTP, MANAGEMENT = int(sys.argv[1]), int(sys.argv[2])
SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 8
def expensive():
    """A variant of the document that is in no cache."""
    return "query Attack%d " % next(numbers) + EXPENSIVE


NESTED = "{launches:{some:{status:{eq:NOT_LAUNCHED}}}}"
EXPENSIVE = os.environ.get("EXPENSIVE") or "{devices(filter:{or:[" + ",".join([NESTED] * 24) + "]}){totalCount}}"
numbers = itertools.count(time.time_ns())
KEPT = "{brands(first:5){nodes{name}}}"
TIMEOUT = 12


def url(document):
    return "/graphql?query=" + quote(document)


def post(document):
    body = json.dumps({"query": document}).encode()
    return (b"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)) + body


def get(path, headers=""):
    return f"GET {path} HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n".encode()


class Connection:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def ask(self, request):
        self.socket.sendall(request)
        return self.answer()

    def answer(self):
        status = int(self.file.readline().split()[1])
        headers = {}
        while (line := self.file.readline().strip()):
            name, value = line.decode().split(":", 1)
            headers[name.lower()] = value.strip()
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while (size := int(self.file.readline(), 16)):
                body += self.file.read(size); self.file.readline()
            self.file.readline()
        else:
            body = self.file.read(int(headers.get("content-length", 0)))
        return status, headers, body

    def close(self):
        self.socket.close()


CHEAP = {}


def cheap():
    one = Connection(HTTP)
    tag = one.ask(get(url(KEPT)))[1]["etag"]
    one.ask(get(url(KEPT)))
    one.close()
    CHEAP.update({
        "kept": (HTTP, lambda n: get(url(KEPT))),
        "304": (HTTP, lambda n: get(url(KEPT), f"if-none-match: {tag}\r\n")),
        "typename": (HTTP, lambda n: post("{__typename}")),
        "syntax": (HTTP, lambda n: post("{a%d" % n)),
        "invalid": (HTTP, lambda n: post("{a%d}" % n)),
        "introspect": (HTTP, lambda n: post("{__schema{queryType{name}}}")),
        "apq miss": (HTTP, lambda n: get('/graphql?extensions=' + quote('{"persistedQuery":{"version":1,"sha256Hash":"%064d"}}' % n))),
        "lookup": (HTTP, lambda n: post('{brand(slug:"b%d"){name}}' % n)),
        "live": (MANAGEMENT, lambda n: get("/q/health/live")),
        "ready": (MANAGEMENT, lambda n: get("/q/health/ready")),
        "started": (MANAGEMENT, lambda n: get("/q/health/started")),
        "metrics": (MANAGEMENT, lambda n: get("/q/metrics")),
    })


def measure(kind, results, end):
    port, request = CHEAP[kind]
    number = int(time.time() * 1000) % 1_000_000
    connection = None
    while time.time() < end:
        number += 1
        start = time.time()
        try:
            connection = connection or Connection(port)
            status = connection.ask(request(number))[0]
        except Exception as e:
            status, connection = type(e).__name__, None
        results[kind].append((time.time() - start, status))
        time.sleep(max(0, 0.05 - (time.time() - start)))


def requests(end, count=16):
    def run():
        while time.time() < end:
            try:
                connection = Connection(HTTP)
                while time.time() < end:
                    tally[connection.ask(post(expensive()))[0]] += 1
            except Exception as e:
                tally[type(e).__name__] += 1
    threads = [threading.Thread(target=run, daemon=True) for _ in range(count)]
    for t in threads: t.start()


def sixty_four(end):
    requests(end, 64)


def pipelined(end):
    def run():
        connection = Connection(HTTP)
        sender = threading.Thread(target=lambda: connection.socket.sendall(b"".join(post(expensive()) for _ in range(1000))), daemon=True)
        sender.start()
        while time.time() < end:
            tally[connection.answer()[0]] += 1
        connection.close()
    threading.Thread(target=run, daemon=True).start()


def frame(text):
    data = text.encode()
    mask = b"\0\0\0\0"
    head = b"\x81" + (bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data)))
    return head + mask + data


def websocket(end):
    def run():
        connection = Connection(HTTP)
        key = base64.b64encode(os.urandom(16)).decode()
        connection.socket.sendall(get("/graphql", "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n"
                                      f"sec-websocket-key: {key}\r\nsec-websocket-protocol: graphql-transport-ws\r\n"))
        while connection.file.readline().strip(): pass
        connection.socket.sendall(frame('{"type":"connection_init"}'))
        def more(n):
            connection.socket.sendall(frame(json.dumps({"id": str(n), "type": "subscribe", "payload": {"query": expensive()}})))
        for n in range(16): more(n)
        n = 16
        while time.time() < end:
            head = connection.file.read(2)
            size = head[1] & 127
            if size == 126: size = struct.unpack(">H", connection.file.read(2))[0]
            elif size == 127: size = struct.unpack(">Q", connection.file.read(8))[0]
            body = connection.file.read(size)
            if head[0] & 15 != 1: continue
            message = json.loads(body)
            tally[message["type"]] += 1
            if message["type"] in ("complete", "error"):
                more(n); n += 1
    threading.Thread(target=run, daemon=True).start()


def http2(end):
    """Uses h2load, from Debian's nghttp2-client."""
    path = "/tmp/attack-%d.json" % os.getpid()
    with open(path, "w") as f: json.dump({"query": expensive()}, f)
    attacker = subprocess.Popen(["h2load", "-p", "h2c", "-c1", "-m300", "-t1", "-D", str(int(SECONDS)), "-d", path,
                                 "-H", "content-type: application/json", f"http://127.0.0.1:{HTTP}/graphql"],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    threading.Thread(target=lambda: [tally.update({line.strip(): 1}) for line in attacker.stdout if line.startswith(("requests", "status"))],
                     daemon=True).start()


def none(end):
    pass


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def attack(way):
    global tally
    tally = collections.Counter()
    results = collections.defaultdict(list)
    end = time.time() + SECONDS
    way(end)
    time.sleep(0.5)
    threads = [threading.Thread(target=measure, args=(kind, results, end)) for kind in CHEAP]
    for t in threads: t.start()
    for t in threads: t.join()
    time.sleep(1.5)
    print(f"\n{way.__name__}: the attacker got {dict(tally)}")
    print("%-11s %6s %9s %9s %9s %7s  %s" % ("", "asked", "p50 ms", "p95 ms", "max ms", "<500ms", "statuses"))
    for kind, seen in results.items():
        times = [t * 1000 for t, _ in seen]
        good = sum(1 for t, s in seen if t < 0.5 and s != 503 and not isinstance(s, str)) / len(seen)
        print("%-11s %6d %9.1f %9.1f %9.1f %6.0f%%  %s" % (kind, len(seen), statistics.median(times), percentile(times, .95),
              max(times), 100 * good, dict(collections.Counter(s for _, s in seen))))


if __name__ == "__main__":
    cheap()
    wanted = sys.argv[4:] or ["none", "requests", "websocket", "http2", "sixty_four", "pipelined"]
    for name in wanted:
        attack(globals()[name])
        time.sleep(2)
