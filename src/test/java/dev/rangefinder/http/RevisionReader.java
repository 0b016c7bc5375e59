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
 * A client that knows the committed state, caches the last answer, and reads the name of the brand "counter", a number
 * that each change increments.
 */
final class RevisionReader implements Callable<Integer> {

    /** A committed state: the number and its revision. */
    record Committed(long number, long revision) {}

    private static final String DOCUMENT = "{brand(slug: \"counter\") {name}}";
    private static final Pattern NAME = Pattern.compile("\"name\":\"(\\d+)\"");
    private static final String NO_TAG = "\"none\"";

    /** The minimum number of changes: a fast machine reads until there were this many. */
    private static final long MIN_CHANGES = 200;

    private final InetSocketAddress address;
    private final Supplier<Committed> committed;
    private final int reads;
    private String tag = NO_TAG;
    private String body = "";

    RevisionReader(InetSocketAddress address, Supplier<Committed> committed, int reads) {
        this.address = address;
        this.committed = committed;
        this.reads = reads;
    }

    /** Reads, and returns the number of stale answers to requests that did not state a revision. */
    @Override
    public Integer call() throws IOException {
        int stale = 0;
        try (PersistentConnection connection = new PersistentConnection(address)) {
            for (int i = 0; i < reads || committed.get().number < MIN_CHANGES; i++) {
                // New documents and cached ones take different paths through the service
                String document =
                        i % 4 == 0 ? DOCUMENT + '#' + Thread.currentThread().getId() + '-' + i : DOCUMENT;
                boolean statesRevision = i % 3 > 0;
                Committed known = committed.get();
                long number = read(connection, document, statesRevision ? known.revision : 0, known);
                assertTrue(!statesRevision || number >= known.number, () -> number + " was read, known was " + known);
                stale += number < known.number ? 1 : 0;
            }
        }
        return stale;
    }

    private long read(PersistentConnection connection, String document, long atLeast, Committed known)
            throws IOException {
        PersistentConnection.Reply reply = connection.get(document, tag, atLeast);
        if (reply.status() == 304) {
            assertEquals(tag, reply.headers().get("etag"));
        } else {
            assertEquals(200, reply.status(), reply::body);
            body = reply.body();
            // Sometimes without a tag, so that cached answers are covered as well
            boolean caches = ThreadLocalRandom.current().nextBoolean();
            tag = caches ? reply.headers().get("etag") : NO_TAG;
        }
        Matcher name = NAME.matcher(body);
        assertTrue(name.find(), body);
        long number = Long.parseLong(name.group(1));
        long revision = Long.parseLong(reply.headers().get("catalogue-revision"));
        assertEquals(
                known.revision - known.number, revision - number, "the answer belongs to the revision in its header");
        return number;
    }
}
