"""The package in $RANGEFINDER/target as a service on loopback, and the PostgreSQL of pg.sh that it uses."""
import http.client, os, pathlib, subprocess, sys, time

BIN, SOCKET, PG_PORT = (os.environ[name] for name in ("PGBIN", "PGSOCK_PEERS", "PGPORT_PEERS"))
TICKS = os.sysconf("SC_CLK_TCK")


def psql(database, *commands):
    arguments = [part for command in commands for part in ("-c", command)]
    return subprocess.run([f"{BIN}/psql", "-h", SOCKET, "-p", PG_PORT, "-U", "postgres", "-qXAt", "-v", "ON_ERROR_STOP=1", "-d",
                           database, *arguments], capture_output=True, text=True, check=True).stdout.strip()


def ticks(pid, fields):
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0
    return sum(int(stat[field]) for field in fields)


def postgresql_cpu():
    """The CPU seconds of all processes of PostgreSQL, and of those that have ended."""
    postmaster = pathlib.Path(os.environ["PGDATA_PEERS"], "postmaster.pid").read_text().split()[0]
    children = subprocess.run(["pgrep", "-P", postmaster], capture_output=True, text=True).stdout.split()
    return (ticks(postmaster, (11, 12, 13, 14)) + sum(ticks(child, (11, 12)) for child in children)) / TICKS


def service_cpu(service):
    return ticks(service.pid, (11, 12)) / TICKS


def start(database, port, *options, **settings):
    """Starts the service with options of the JVM and settings from the environment, and waits until it is ready."""
    environment = {**os.environ, "RANGEFINDER_DATABASE_URL": f"jdbc:postgresql://127.0.0.1:{PG_PORT}/{database}",
                   "RANGEFINDER_DATABASE_USERNAME": "bench", "RANGEFINDER_DATABASE_PASSWORD": "bench",
                   "QUARKUS_HTTP_PORT": str(port), "QUARKUS_MANAGEMENT_PORT": str(port + 1000), **settings}
    package = os.environ["RANGEFINDER"] + "/target/quarkus-app/quarkus-run.jar"
    service = subprocess.Popen(["java", *options, "-jar", package], env=environment, stdout=subprocess.DEVNULL)
    for _ in range(240):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port + 1000, timeout=5)
            connection.request("GET", "/q/health/ready")
            if connection.getresponse().status == 200:
                return service
        except OSError:
            pass
        time.sleep(0.5)
    service.kill()
    sys.exit("the service is not ready")
