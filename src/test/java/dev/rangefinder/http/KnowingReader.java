package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client that knows what has been committed, keeps the last answer, and reads the name of the brand "counter", which is a
 * number that each change makes greater by one.
 */
final class KnowingReader implements Callable<Integer> {

    /** What has been committed: a number, and the revision that has it. */
    record Known(long number, long revision) {}

    private static final String DOCUMENT = "{brand(slug: \"counter\") {name}}";
    private static final Pattern NAME = Pattern.compile("\"name\":\"(\\d+)\"");
    private static final String NO_TAG = "\"none\"";

    /** A fast machine goes on until there has been something to miss. */
    private static final long FEWEST_CHANGES = 200;

    private final InetSocketAddress address;
    private final Supplier<Known> committed;
    private final int reads;
    private String tag = NO_TAG;
    private String body = "";

    KnowingReader(InetSocketAddress address, Supplier<Known> committed, int reads) {
        this.address = address;
        this.committed = committed;
        this.reads = reads;
    }

    /** Reads, and gives how many of the answers were older than a client could know that did not say what it knows. */
    @Override
    public Integer call() throws IOException {
        int stale = 0;
        try (KeptConnection connection = new KeptConnection(address)) {
            for (int i = 0; i < reads || committed.get().number < FEWEST_CHANGES; i++) {
                // A document that is new to the service is answered in another way than one that it knows.
                String document =
                        i % 4 == 0 ? DOCUMENT + '#' + Thread.currentThread().getId() + '-' + i : DOCUMENT;
                boolean says = i % 3 > 0;
                Known known = committed.get();
                long number = read(connection, document, says ? known.revision : 0, known);
                assertTrue(!says || number >= known.number, () -> number + " was read, known was " + known);
                stale += number < known.number ? 1 : 0;
            }
        }
        return stale;
    }

    private long read(KeptConnection connection, String document, long atLeast, Known known) throws IOException {
        KeptConnection.Reply reply = connection.get(document, tag, atLeast);
        if (reply.status() == 304) {
            assertEquals(tag, reply.headers().get("etag"));
        } else {
            assertEquals(200, reply.status(), reply::body);
            body = reply.body();
            // Sometimes the whole answer is wanted again, so that kept answers are seen as well.
            boolean keeps = ThreadLocalRandom.current().nextBoolean();
            tag = keeps ? reply.headers().get("etag") : NO_TAG;
        }
        Matcher name = NAME.matcher(body);
        assertTrue(name.find(), body);
        long number = Long.parseLong(name.group(1));
        long revision = Long.parseLong(reply.headers().get("catalogue-revision"));
        assertEquals(known.revision - known.number, revision - number, "an answer has the revision that it names");
        return number;
    }
}
