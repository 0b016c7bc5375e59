package dev.rangefinder.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.LockedTable;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.MetricsScrape;
import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Overload, caused by operations that are blocked by locks on the tables that they read. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
@Timeout(120)
class OverloadTest {

    private static final String BRANDS = "{brands {totalCount}}";
    private static final String MARKETS = "{markets {totalCount}}";

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Management
    URI management;

    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @Test
    void requestsBeyondTheQueueAreRejectedImmediately() throws Exception {
        CompletableFuture<Reply> running;
        List<CompletableFuture<Reply>> others;
        try (LockedTable brands = new LockedTable("brand")) {
            running = client.queryAsync(BRANDS);
            brands.awaitWaiting(1);
            others = Stream.generate(() -> client.queryAsync(MARKETS)).limit(3).toList();
            await().until(
                            () -> others.stream()
                                    .filter(CompletableFuture::isDone)
                                    .count(),
                            done -> done == 2);
        }
        assertEquals(200, running.join().status());
        for (CompletableFuture<Reply> other : others) {
            Reply reply = other.join();
            assertTrue(
                    reply.status() == 200 || isRejected(reply),
                    () -> reply.response().body());
        }
        assertEquals(
                2, others.stream().filter(other -> isRejected(other.join())).count());
    }

    private static boolean isRejected(Reply reply) {
        return reply.status() == 503
                && reply.header("retry-after").equals("1")
                && reply.code().equals("UNAVAILABLE");
    }

    @Test
    void queuedRequestOfADisconnectedClientIsNotExecuted() throws Exception {
        LockedTable devices = new LockedTable("device");
        try (devices) {
            CompletableFuture<Reply> running;
            try (LockedTable brands = new LockedTable("brand")) {
                running = client.queryAsync(BRANDS);
                brands.awaitWaiting(1);
                try (RawConnection impatient = new RawConnection(endpoint)) {
                    impatient.send(
                            "GET /graphql?query=%7Bdevices%7BtotalCount%7D%7D HTTP/1.1\r\nhost: localhost\r\n\r\n");
                    await().until(() -> MetricsScrape.of(management).sum("rangefinder_workers_waiting") == 1);
                    assertTrue(isRejected(client.query(MARKETS)), "the queue is full");
                }
                Thread.sleep(
                        500); // the service needs time to notice it; otherwise it would execute the request and cancel
                // it
            }
            assertEquals(200, running.join().status());
            assertEquals(
                    200,
                    client.query(MARKETS).status(),
                    "the only worker executes the request of the disconnected client");
        }
    }
}
