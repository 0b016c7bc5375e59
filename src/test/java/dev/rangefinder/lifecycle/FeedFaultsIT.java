package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.execute;
import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.BrandRows;
import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.database.StreamingReplica;
import dev.rangefinder.http.ServiceProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients follow the feed while services, their database and the network in between fail in various ways. */
@Timeout(600)
@Tag("faults")
class FeedFaultsIT {

    private static final String DATABASE = "postgres";
    private static final int REVISIONS = 200;
    private static final int EVENTS_OF_REVISION = 500;

    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final List<Follower> followers = new ArrayList<>();
    private PostgresProcess postgres;
    private TcpProxy network;

    @BeforeEach
    void start() throws Exception {
        postgres = new PostgresProcess(EmbeddedDatabase.start());
        network = new TcpProxy(0, postgres.port());
    }

    @AfterEach
    void end() throws Exception {
        followers.forEach(Follower::close);
        services.forEach(ServiceProcess::close);
        network.close();
    }

    private String url() {
        return PostgresProcess.url(DATABASE, network.port());
    }

    private ServiceProcess launch(String url, String... more) throws Exception {
        Map<String, String> settings =
                new HashMap<>(Map.of("RANGEFINDER_DATABASE_URL", url, "RANGEFINDER_SUBSCRIPTIONS_HEARTBEAT", "1S"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        ServiceProcess service = ServiceProcess.launch(settings);
        awaitReady(service);
        return service;
    }

    private Follower follow(Follower.Transport transport, String start, int first) {
        Follower follower = new Follower(transport, attempt -> endpoint(first + attempt), start);
        followers.add(follower);
        return follower;
    }

    private URI endpoint(int number) {
        return services.get(number % services.size()).graphQL();
    }

    private static String revision(String url) throws Exception {
        return value(url, "select revision from catalogue");
    }

    /** The keys of the entries after a revision, in order. */
    private static List<Long> entries(String url, String revision) throws Exception {
        String keys = value(
                url, "select string_agg(id::text, ',' order by id) from history.entry where id >> 24 > " + revision);
        return Stream.of(keys.split(",")).map(Long::valueOf).toList();
    }

    /** Two of the clients use a service with its own sessions, two one behind a pooler, and all of them move to the other one. */
    @Test
    void clientsReadEveryEventOnceThroughAllFaults() throws Exception {
        services.add(launch(url()));
        try (PgBouncer pooler = new PgBouncer(network.port(), 8)) {
            services.add(launch(pooler.url(DATABASE), "RANGEFINDER_DATABASE_POOL_MODE", "transaction"));
            execute(
                    url(),
                    BrandRows.insert(
                            "select 'many-' || i, 'Many' from generate_series(1, " + EVENTS_OF_REVISION + ") i"));
            String start = revision(url());
            for (Follower.Transport transport : List.<Follower.Transport>of(Follower::socket, Follower::events)) {
                follow(transport, "since: " + start, 0);
                follow(transport, "since: " + start, 1);
            }
            String last;
            try (Renaming changes = new Renaming(url(), EVENTS_OF_REVISION)) {
                last = causeFaults();
                changes.await(REVISIONS);
            }
            // This one was away all the time
            follow(Follower::events, "since: " + start, 0);
            List<Long> entries = entries(last, start);
            assertTrue(entries.size() >= REVISIONS * EVENTS_OF_REVISION, () -> entries.size() + " events");
            for (Follower follower : followers) {
                await().atMost(3, TimeUnit.MINUTES).until(() -> follower.count() >= entries.size());
                assertIterableEquals(entries, follower.keys());
            }
        }
    }

    /** Lets everything fail in turn, and returns the URL of the database that is left. */
    private String causeFaults() throws Exception {
        awaitProgress();
        for (int i = 0; i < 3; i++) {
            execute(postgres.url(DATABASE), """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()\
                """);
            awaitProgress();
        }
        network.cut();
        awaitProgress();
        network.silence(true);
        TimeUnit.SECONDS.sleep(3);
        network.silence(false);
        awaitProgress();
        services.get(0).process().destroyForcibly();
        services.set(0, launch(url()));
        awaitProgress();
        postgres.kill();
        TimeUnit.SECONDS.sleep(2);
        postgres.restart();
        awaitProgress();
        String last = failOver();
        awaitProgress();
        return last;
    }

    /** Nothing is lost, because a commit waits for the standby. */
    private String failOver() throws Exception {
        StreamingReplica standby = StreamingReplica.of(postgres.url(DATABASE));
        execute(postgres.url(DATABASE), "alter system set synchronous_standby_names = '*'");
        execute(postgres.url(DATABASE), "select pg_reload_conf()");
        await().until(() -> value(postgres.url(DATABASE), "select max(sync_state) from pg_stat_replication")
                .equals("sync"));
        awaitProgress();
        postgres.kill();
        standby.promote();
        network.redirect(standby.port());
        network.cut();
        return standby.url();
    }

    /** Waits until each client has received changes that are made from now on. */
    private void awaitProgress() throws Exception {
        for (Follower follower : followers) {
            int enough = follower.count() + 3 * EVENTS_OF_REVISION;
            await().until(() -> follower.count() > enough);
        }
    }

    /** The number of a lost revision is that of another one now. */
    @Test
    void clientLearnsThatItsRevisionIsLost() throws Exception {
        services.add(launch(url()));
        execute(url(), BrandRows.insert("values ('lost', 'Brand')"));
        String start = revision(url());
        StreamingReplica standby = StreamingReplica.of(postgres.url(DATABASE));
        Follower socket = follow(Follower::socket, "since: " + start, 0);
        Follower events = follow(Follower::events, "since: " + start, 0);
        rename(url(), "Kept");
        await().until(() -> socket.count() == 1 && events.count() == 1);
        String afterKept = events.start();
        String kept = revision(url());
        await().until(() -> standby.query("select revision from catalogue").equals(kept));

        standby.detach();
        rename(url(), "Lost");
        await().until(() -> socket.count() == 2);
        postgres.kill();
        standby.promote();
        rename(standby.url(), "Other");
        rename(standby.url(), "Later");
        network.redirect(standby.port());
        network.cut();

        await().until(() -> socket.errors().size() > 1); // by the subscription, and when the client subscribes again
        assertTrue(
                socket.errors().stream().allMatch(error -> error.contains("REVISION_LOST")), socket.errors()::toString);
        assertEquals(2, socket.count());
        Follower again = follow(Follower::events, afterKept, 0);
        await().until(() -> again.count() == 2);
        assertIterableEquals(entries(standby.url(), kept), again.keys());
        Follower lost = follow(Follower::events, socket.start(), 0);
        await().until(() -> !lost.errors().isEmpty());
        assertTrue(lost.errors().get(0).contains("REVISION_LOST"), lost.errors()::toString);
    }

    private static void rename(String url, String name) throws Exception {
        execute(url, "update brand set name = '" + name + "' where slug = 'lost'");
    }
}
