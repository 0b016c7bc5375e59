package dev.rangefinder.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.http.Gzip;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipReaderTest {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final long LIMIT = 100_000;

    private static ErrorCode errorOf(byte[] body) {
        return assertThrows(InputException.class, () -> GzipReader.read(body, LIMIT))
                .code();
    }

    /** Text that compresses badly, so that there are bytes to corrupt. */
    private static byte[] text() {
        return new Random(7)
                .ints(300, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void gzippedContentIsInflated() {
        assertArrayEquals(text(), GzipReader.read(Gzip.of(text()), LIMIT));
        assertArrayEquals(new byte[0], GzipReader.read(Gzip.of(new byte[0]), LIMIT));
    }

    @Test
    void everyTruncatedBodyIsRejected() {
        byte[] whole = Gzip.of(text());
        for (int length = 0; length < whole.length; length++) {
            assertEquals(ErrorCode.MALFORMED_CODING, errorOf(Arrays.copyOf(whole, length)), "length " + length);
        }
    }

    /**
     * Tests all bytes after the header, some of whose bits are informative, except for the padding in the last byte.
     */
    @Test
    void everyCorruptByteIsDetected() {
        byte[] whole = Gzip.of(text());
        int last = whole.length - TRAILER - 1;
        for (int position = HEADER; position < whole.length; position++) {
            byte[] broken = whole.clone();
            broken[position] = (byte) (broken[position] ^ (position == last ? 1 : 0x10));
            assertEquals(ErrorCode.MALFORMED_CODING, errorOf(broken), "position " + position);
        }
    }

    @Test
    void trailingBytesAreRejected() {
        byte[] whole = Gzip.of(text());
        for (int more = 1; more < 60; more++) {
            assertEquals(ErrorCode.MALFORMED_CODING, errorOf(Arrays.copyOf(whole, whole.length + more)));
        }
    }

    @Test
    void limitIsExact() {
        assertEquals(LIMIT, GzipReader.read(Gzip.of(new byte[(int) LIMIT]), LIMIT).length);
        assertEquals(ErrorCode.BODY_TOO_LARGE, errorOf(Gzip.of(new byte[(int) LIMIT + 1])));
    }

    @Test
    void bombAllocatesNoMoreMemoryThanALargeBody() {
        byte[] bomb = Gzip.bomb();
        errorOf(bomb); // what is loaded once does not count
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(ErrorCode.BODY_TOO_LARGE, errorOf(bomb));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated < bomb.length + 5 * LIMIT, () -> allocated + " bytes");
    }
}
