package dev.rangefinder.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.LockedTable;
import dev.rangefinder.ManagementPortResource.Management;
import dev.rangefinder.Scrape;
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

/** Operations are kept from coming to an end by locks on the tables that they read. */
@QuarkusTest
@TestProfile(OtherSettings.class)
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
    void requestsBeyondTheQueueAreRefusedAtOnce() throws Exception {
        CompletableFuture<Reply> running;
        List<CompletableFuture<Reply>> others;
        try (LockedTable brands = new LockedTable("brand")) {
            running = client.askLater(BRANDS);
            brands.awaitWaiting(1);
            others = Stream.generate(() -> client.askLater(MARKETS)).limit(3).toList();
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
                    reply.status() == 200 || isRefusal(reply),
                    () -> reply.response().body());
        }
        assertEquals(2, others.stream().filter(other -> isRefusal(other.join())).count());
    }

    private static boolean isRefusal(Reply reply) {
        return reply.status() == 503
                && reply.header("retry-after").equals("1")
                && reply.code().equals("UNAVAILABLE");
    }

    @Test
    void aRequestWhoseClientHungUpInTheQueueIsNotExecuted() throws Exception {
        LockedTable devices = new LockedTable("device");
        try (devices) {
            CompletableFuture<Reply> running;
            try (LockedTable brands = new LockedTable("brand")) {
                running = client.askLater(BRANDS);
                brands.awaitWaiting(1);
                try (RawConnection impatient = new RawConnection(endpoint)) {
                    impatient.send(
                            "GET /graphql?query=%7Bdevices%7BtotalCount%7D%7D HTTP/1.1\r\nhost: localhost\r\n\r\n");
                    await().until(() -> Scrape.of(management).sum("rangefinder_workers_waiting") == 1);
                    assertTrue(isRefusal(client.ask(MARKETS)), "the queue is full");
                }
                Thread.sleep(500); // until the service has heard of it; if it has not, it executes and then cancels it
            }
            assertEquals(200, running.join().status());
            assertEquals(200, client.ask(MARKETS).status(), "the only worker waits for devices that nobody wants");
        }
    }
}
