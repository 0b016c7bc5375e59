package dev.rangefinder.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.BrandRows;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.Writer;
import dev.rangefinder.websocket.RawSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many events at once. */
@QuarkusTest
@Timeout(60)
class FeedBurstTest {

    private static final int CHANGES = 400;

    private static final Pattern NAME = Pattern.compile("\"name\":\"Burst (\\d+)\"");

    @TestHTTPResource("/graphql")
    URI endpoint;

    private final CatalogueData data = new CatalogueData();

    /** A response of server-sent events, of which each write of the service is a chunk. */
    private static final class Chunks implements AutoCloseable {

        private final Socket socket = new Socket();
        private final DataInputStream in;

        Chunks(URI endpoint, String operation) throws IOException {
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
            socket.setSoTimeout(30_000);
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream()
                    .write(("GET /graphql?query=" + URLEncoder.encode(operation, UTF_8) + " HTTP/1.1\r\nhost: "
                                    + endpoint.getAuthority() + "\r\naccept: text/event-stream\r\n\r\n")
                            .getBytes(UTF_8));
            while (!line().isEmpty()) {
                // the head
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        String next() throws IOException {
            byte[] chunk = new byte[Integer.parseInt(line(), 16)];
            in.readFully(chunk);
            line();
            return new String(chunk, UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String subscription(String filter) {
        int revision = GraphQLClient.data("{catalogue {revision}}")
                .at("/catalogue/revision")
                .asInt();
        return "subscription {catalogueChanged(since: " + revision + ", filter: {types: [\"Brand\"]" + filter
                + "}) {cursor entry {node {... on Brand {name}}}}}";
    }

    private RawSocket socket(String operation) throws IOException {
        JsonObject subscribe = new JsonObject()
                .put("id", "1")
                .put("type", "subscribe")
                .put("payload", new JsonObject().put("query", operation));
        return RawSocket.initialised(endpoint).send(subscribe.encode());
    }

    /** The next message that is no heartbeat. */
    private static JsonNode change(RawSocket socket) throws IOException {
        JsonNode message = socket.json();
        while (message.get("type").asText().equals("ping")) {
            message = socket.json();
        }
        return message.at("/payload/data/catalogueChanged/entry/node/name");
    }

    @Test
    void burstReachesEverySubscriberInOrderAndInFewWrites() throws Exception {
        String slug = data.unique("burst");
        data.citation("burst").save();
        String operation = subscription("");
        List<Integer> expected = IntStream.rangeClosed(1, CHANGES).boxed().toList();
        try (Chunks one = new Chunks(endpoint, operation);
                Chunks other = new Chunks(endpoint, operation);
                RawSocket socket = socket(operation);
                Writer writer = new Writer()) {
            writer.execute(BrandRows.insert(
                    "select '" + slug + "-' || i, 'Burst ' || i from generate_series(1, " + CHANGES + ") i"));
            writer.commit();
            for (Chunks events : List.of(one, other)) {
                List<Integer> received = new ArrayList<>();
                int writes = 0;
                while (received.size() < CHANGES) {
                    Matcher names = NAME.matcher(events.next());
                    names.results().forEach(name -> received.add(Integer.valueOf(name.group(1))));
                    writes++;
                }
                assertEquals(expected, received);
                assertTrue(writes < CHANGES / 8, writes + " writes");
            }
            for (int number : expected) {
                assertEquals("Burst " + number, change(socket).asText());
            }
        }
    }
}
