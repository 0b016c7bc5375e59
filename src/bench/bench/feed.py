#!/usr/bin/env python3
"""Measures the feed: feed.py [SUBSCRIBERS [CHANGES [SECONDS]]]

Subscribers follow all changes of brands as server-sent events. The script reports the memory of the service before and after they
have subscribed (the heap after a collection, and the resident memory), and its CPU time while nothing changes. Then brands are
changed by SQL so many times a second, and every hundredth subscriber measures how long an event takes from the commit. All
subscribers count events: each must get every one, in order. The service, with a heap of 512 MB, and its database are its own."""
import asyncio, pathlib, re, subprocess, sys, time, urllib.parse
from service import postgresql_cpu, psql, service_cpu, start

SUBSCRIBERS, CHANGES, SECONDS = (int(text) for text in (sys.argv[1:] + ["2000", "100", "20"][len(sys.argv) - 1:])[:3])
PORT, DATABASE = 8097, "feed"
QUERY = 'subscription {catalogueChanged(filter: {types: ["Brand"]}) {cursor entry {node {... on Brand {name}}}}}'
REQUEST = (f"GET /graphql?query={urllib.parse.quote(QUERY)} HTTP/1.1\r\nhost: 127.0.0.1:{PORT}\r\n"
           "accept: text/event-stream\r\n\r\n").encode()
NAME = re.compile(rb'"name":"(\d+) (\d+)"')


class Subscriber:
    def __init__(self):
        self.subscribed, self.numbers, self.delays = asyncio.Event(), [], []

    async def follow(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(REQUEST)
        while line := await reader.readline():
            if line.startswith(b":"):
                self.subscribed.set()
            elif event := NAME.search(line):
                self.numbers.append(int(event[1]))
                self.delays.append(time.time_ns() - int(event[2]))


def heap(service):
    """The used heap after a collection, in MB."""
    subprocess.run(["jcmd", str(service.pid), "GC.run"], capture_output=True, check=True)
    time.sleep(1)
    info = subprocess.run(["jcmd", str(service.pid), "GC.heap_info"], capture_output=True, text=True, check=True).stdout
    return sum(int(used) for used in re.findall(r"(?:total \d+K, used|used) (\d+)K", info.split("Metaspace")[0])) / 1024


def resident(service):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{service.pid}/status").read_text())[1]) / 1024


def change():
    """Changes brands in a process of its own, so that the subscribers do not delay it."""
    code = (f"import sys, time\nsys.path.insert(0, {str(pathlib.Path(__file__).parent)!r})\n"
            "from service import BIN, PG_PORT, SOCKET\nimport subprocess\n"
            f"p = subprocess.Popen([BIN + '/psql', '-h', SOCKET, '-p', PG_PORT, '-U', 'postgres', '-qX', '-d', {DATABASE!r}],"
            " stdin=subprocess.PIPE, text=True)\n"
            "start = time.time()\n"
            f"for i in range({CHANGES * SECONDS}):\n"
            f"    time.sleep(max(0, start + i / {CHANGES} - time.time()))\n"
            "    p.stdin.write(f\"update brand set name = '{i} {time.time_ns()}' where slug = 'leica';\\n\")\n"
            "    p.stdin.flush()\n"
            "p.stdin.close()\np.wait()\n")
    return subprocess.Popen([sys.executable, "-c", code])


async def main():
    psql("postgres", f"drop database if exists {DATABASE}", f"create database {DATABASE} owner bench")
    service = start(DATABASE, PORT, "-Xmx512m", RANGEFINDER_SUBSCRIPTIONS_MAX=str(SUBSCRIBERS + 100))
    try:
        warm = Subscriber()
        task = asyncio.create_task(warm.follow())
        await warm.subscribed.wait()
        psql(DATABASE, "update brand set name = '0 0' where slug = 'leica'")
        await asyncio.sleep(2)
        task.cancel()
        before = heap(service), resident(service)
        subscribers = [Subscriber() for _ in range(SUBSCRIBERS)]
        tasks = []
        for number, subscriber in enumerate(subscribers):
            tasks.append(asyncio.create_task(subscriber.follow()))
            if number % 100 == 99:
                await asyncio.gather(*(one.subscribed.wait() for one in subscribers[:number + 1]))
        await asyncio.gather(*(subscriber.subscribed.wait() for subscriber in subscribers))
        after = heap(service), resident(service)
        print(f"{SUBSCRIBERS} subscribers: heap {before[0]:.0f} -> {after[0]:.0f} MB, resident {before[1]:.0f} -> {after[1]:.0f} MB",
              flush=True)
        await asyncio.sleep(5)
        cpu = service_cpu(service), postgresql_cpu()
        await asyncio.sleep(60)
        print(f"at rest: {(service_cpu(service) - cpu[0]) / 0.6:.1f} % of a core, PostgreSQL {(postgresql_cpu() - cpu[1]) / 0.6:.1f} %",
              flush=True)
        cpu = service_cpu(service), postgresql_cpu()
        writer = change()
        total = CHANGES * SECONDS
        end = time.time() + 6 * SECONDS + 60
        while time.time() < end and any(len(subscriber.numbers) < total for subscriber in subscribers):
            await asyncio.sleep(0.2)
        writer.wait()
        wrong = sum(subscriber.numbers != list(range(total)) for subscriber in subscribers)
        delays = sorted(delay / 1e6 for subscriber in subscribers[::100] for delay in subscriber.delays)
        print(f"{CHANGES} changes a second: 50 % within {delays[len(delays) // 2]:.0f} ms, 95 % within"
              f" {delays[len(delays) * 95 // 100]:.0f} ms, the last {delays[-1]:.0f} ms; service {service_cpu(service) - cpu[0]:.1f} s and"
              f" PostgreSQL {postgresql_cpu() - cpu[1]:.1f} s of CPU; {wrong} subscribers missed an event or got one twice", flush=True)
        for task in tasks:
            task.cancel()
    finally:
        service.terminate()
        service.wait()
        psql("postgres", f"drop database if exists {DATABASE}")


if __name__ == "__main__":
    import resource
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    asyncio.run(main())
