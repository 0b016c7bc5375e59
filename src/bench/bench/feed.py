#!/usr/bin/env python3
"""Measures the feed: feed.py [SUBSCRIBERS [CHANGES [SECONDS]]]

Subscribers follow all changes of brands, one half over WebSockets and one half as server-sent events. The script reports the memory of
the service before and after they have subscribed (the heap after a collection, and the resident memory), and its CPU time while nothing
changes. Then brands are changed by SQL so many times a second: first for 20 seconds, in which the JVM compiles what it runs most, and
then for the measurement. Each subscriber must get every event of both once, in order; every twentieth measures how long events take
from the statement, which commits. The service, with a heap of 256 MB, and its database are its own."""
import asyncio, pathlib, re, subprocess, sys, time, urllib.parse
from service import postgresql_cpu, psql, service_cpu, start

SUBSCRIBERS, CHANGES, SECONDS = (int(text) for text in (sys.argv[1:] + ["2000", "100", "20"][len(sys.argv) - 1:])[:3])
PORT, DATABASE = 8097, "feed"
QUERY = 'subscription {catalogueChanged(filter: {types: ["Brand"]}) {cursor entry {node {... on Brand {name}}}}}'
EVENTS = (f"GET /graphql?query={urllib.parse.quote(QUERY)} HTTP/1.1\r\nhost: 127.0.0.1:{PORT}\r\n"
          "accept: text/event-stream\r\n\r\n").encode()
UPGRADE = (f"GET /graphql HTTP/1.1\r\nhost: 127.0.0.1:{PORT}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n"
           "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n").encode()
NAME = re.compile(rb'"name":"(\d+) (\d+)"')


def frame(text, kind=0x81):
    """A frame with an empty mask."""
    length = bytes([0x80 | len(text)]) if len(text) < 126 else bytes([0x80 | 126, len(text) >> 8, len(text) & 255])
    return bytes([kind]) + length + bytes(4) + text.encode()


SUBSCRIBE = frame('{"id":"1","type":"subscribe","payload":{"query":"%s"}}' % QUERY.replace('"', '\\"'))


class Subscriber(asyncio.BufferedProtocol):
    """Keeps what it receives, and when; it is read after the measurement, because that takes more time than the service does."""

    BUFFER = memoryview(bytearray(64 * 1024))

    def __init__(self):
        self.subscribed, self.received, self.transport = asyncio.Event(), [], None

    def connection_made(self, transport):
        self.transport = transport
        transport.write(self.FIRST)

    def get_buffer(self, size):
        return self.BUFFER

    def buffer_updated(self, length):
        data = bytes(self.BUFFER[:length])
        if self.subscribed.is_set():
            self.received.append((time.time_ns(), data))
        self.react(data)

    def numbers(self):
        return [int(number) for number, _ in NAME.findall(b"".join(data for _, data in self.received))]

    def delays(self):
        return [(at - int(start)) / 1e6 for at, data in self.received for _, start in NAME.findall(data)]


class EventSubscriber(Subscriber):
    FIRST = EVENTS

    def react(self, data):
        if b":\n\n" in data:
            self.subscribed.set()


class SocketSubscriber(Subscriber):
    FIRST = UPGRADE

    def react(self, data):
        if b" 101 " in data:
            self.transport.write(frame('{"type":"connection_init"}'))
        elif b"connection_ack" in data:
            self.transport.write(SUBSCRIBE + frame('{"type":"ping"}'))
        elif b'{"type":"pong"}' in data:
            self.subscribed.set()
        if b'"type":"ping"' in data:
            self.transport.write(frame('{"type":"pong"}'))
        if b"\x89\x00" in data:
            self.transport.write(frame("", 0x8a))


async def subscribe(number):
    kind = (EventSubscriber, SocketSubscriber)[number % 2]
    return (await asyncio.get_running_loop().create_connection(kind, "127.0.0.1", PORT))[1]


def heap(service):
    """The used heap after a collection, in MB."""
    subprocess.run(["jcmd", str(service.pid), "GC.run"], capture_output=True, check=True)
    time.sleep(1)
    info = subprocess.run(["jcmd", str(service.pid), "GC.heap_info"], capture_output=True, text=True, check=True).stdout
    return sum(int(used) for used in re.findall(r"(?:total \d+K, used|used) (\d+)K", info.split("Metaspace")[0])) / 1024


def resident(service):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{service.pid}/status").read_text())[1]) / 1024


def change(seconds):
    """Changes brands in a process of its own, so that the subscribers do not delay it."""
    code = (f"import sys, time\nsys.path.insert(0, {str(pathlib.Path(__file__).parent)!r})\n"
            "from service import BIN, PG_PORT, SOCKET\nimport subprocess\n"
            f"p = subprocess.Popen([BIN + '/psql', '-h', SOCKET, '-p', PG_PORT, '-U', 'postgres', '-qX', '-d', {DATABASE!r}],"
            " stdin=subprocess.PIPE, text=True)\n"
            "start = time.time()\n"
            f"for i in range({CHANGES * seconds}):\n"
            f"    time.sleep(max(0, start + i / {CHANGES} - time.time()))\n"
            "    p.stdin.write(f\"update brand set name = '{i} ' || (extract(epoch from clock_timestamp()) * 1e9)::bigint where slug = 'leica';\\n\")\n"
            "    p.stdin.flush()\n"
            "p.stdin.close()\np.wait()\n")
    return subprocess.Popen([sys.executable, "-c", code])


async def until_quiet(subscribers):
    """Waits until no more than heartbeats arrive."""
    before = -10**9
    while (now := sum(len(data) for one in subscribers for _, data in one.received)) > before + 100 * len(subscribers):
        before = now
        await asyncio.sleep(10)


async def measure(service):
    warm = [await subscribe(number) for number in range(20)]
    await asyncio.gather(*(one.subscribed.wait() for one in warm))
    writer = change(5)
    while writer.poll() is None:
        await asyncio.sleep(0.2)
    for one in warm:
        one.transport.close()
    await asyncio.sleep(2)
    before = heap(service), resident(service)
    subscribers = []
    for number in range(SUBSCRIBERS):
        subscribers.append(await subscribe(number))
        if number % 100 == 99:
            await asyncio.gather(*(one.subscribed.wait() for one in subscribers[-100:]))
    await asyncio.gather(*(one.subscribed.wait() for one in subscribers))
    after = heap(service), resident(service)
    print(f"{SUBSCRIBERS} subscribers: heap {before[0]:.0f} -> {after[0]:.0f} MB, resident {before[1]:.0f} -> {after[1]:.0f} MB", flush=True)
    await asyncio.sleep(30)  # for the compiler
    cpu = service_cpu(service), postgresql_cpu()
    await asyncio.sleep(60)
    print(f"at rest: {(service_cpu(service) - cpu[0]) / 0.6:.1f} % of a core, PostgreSQL {(postgresql_cpu() - cpu[1]) / 0.6:.1f} %", flush=True)
    for when, seconds in ("at first", 20), ("then", SECONDS):
        await load(service, subscribers, when, seconds)


async def load(service, subscribers, when, seconds):
    for one in subscribers:
        one.received.clear()
    cpu, mine = (service_cpu(service), postgresql_cpu()), time.process_time()
    writer = change(seconds)
    start_time = time.time()
    while writer.poll() is None:
        await asyncio.sleep(0.2)
    elapsed = time.time() - start_time
    await until_quiet(subscribers)
    spent = service_cpu(service) - cpu[0], postgresql_cpu() - cpu[1], time.process_time() - mine
    wrong = sum(one.numbers() != list(range(CHANGES * seconds)) for one in subscribers)
    delays = sorted(delay for one in subscribers[::20] + subscribers[1::20] for delay in one.delays())
    reads = sum(len(one.received) for one in subscribers)
    print(f"{CHANGES} changes a second, {when}: 50 % within {delays[len(delays) // 2]:.0f} ms, 95 % within {delays[len(delays) * 95 // 100]:.0f}"
          f" ms, the last {delays[-1]:.0f} ms, {CHANGES * seconds * len(subscribers) / reads:.1f} events a read; service {spent[0]:.1f} s,"
          f" PostgreSQL {spent[1]:.1f} s and subscribers {spent[2]:.1f} s of CPU in {elapsed:.1f} s; resident {resident(service):.0f} MB;"
          f" {wrong} subscribers missed an event or got one twice", flush=True)


async def main():
    psql("postgres", f"drop database if exists {DATABASE}", f"create database {DATABASE} owner bench")
    service = start(DATABASE, PORT, "-XX:+UseSerialGC", "-Xmx256m", RANGEFINDER_SUBSCRIPTIONS_MAX=str(SUBSCRIBERS + 100),
                    RANGEFINDER_WEBSOCKET_MAX_SOCKETS=str(SUBSCRIBERS))
    try:
        await measure(service)
    finally:
        service.terminate()
        service.wait()
        psql("postgres", f"drop database if exists {DATABASE}")


if __name__ == "__main__":
    import resource
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    asyncio.run(main())
