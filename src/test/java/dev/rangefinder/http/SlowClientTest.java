package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that occupy connections or memory of the service do not affect others. */
@QuarkusTest
@Timeout(240)
class SlowClientTest {

    private static final String GET =
            "GET /graphql?query=%7B__schema%7Btypes%7Bname,description%7D%7D%7D HTTP/1.1\r\n" + "host: localhost\r\n";
    private static final String UNFINISHED_POST =
            "POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                    + "content-length: 100\r\n\r\n{\"query\":";
    private static final int MAX_IDLE_WRITES = 10;

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final List<SocketChannel> connections = new ArrayList<>();
    private Client client;

    @BeforeEach
    void connect() {
        client = new Client(endpoint);
    }

    @AfterEach
    void closeConnections() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
        assertOthersAreAnswered();
    }

    private SocketChannel open() throws IOException {
        SocketChannel connection = SocketChannel.open(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
        connections.add(connection);
        return connection;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void assertOthersAreAnswered() {
        for (int i = 0; i < 10; i++) {
            assertEquals(200, client.query("{brands(first: 1) {nodes {name}}}").status());
        }
    }

    @Test
    void othersAreAnsweredDespiteTwoThousandUnfinishedRequests() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            open().write(bytes(GET));
            open().write(bytes(UNFINISHED_POST));
        }
        assertOthersAreAnswered();
    }

    /** Otherwise the answers of a client that sends requests and reads no answers would pile up. */
    @Test
    void requestsOfAClientThatReadsNoAnswersAreNotRead() throws Exception {
        ByteBuffer requests = bytes((GET + "\r\n").repeat(100));
        SocketChannel connection = open();
        connection.configureBlocking(false);
        long taken = 0;
        for (int idle = 0; idle < MAX_IDLE_WRITES && taken < 100_000_000; ) {
            int written = connection.write(requests.rewind());
            taken += written;
            idle = written == 0 ? idle + 1 : 0;
            Thread.sleep(written == 0 ? 200 : 0);
        }
        long bytes = taken;
        assertTrue(taken < 20_000_000, () -> "The service took " + bytes + " bytes of requests");
        assertOthersAreAnswered();
    }
}
