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

    private static ErrorCode refusalOf(byte[] body) {
        return assertThrows(InputException.class, () -> GzipReader.read(body, LIMIT))
                .code();
    }

    /** Text that gzip makes little of, so that there are bytes to break. */
    private static byte[] text() {
        return new Random(7)
                .ints(300, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatWasCodedComesBack() {
        assertArrayEquals(text(), GzipReader.read(Gzip.of(text()), LIMIT));
        assertArrayEquals(new byte[0], GzipReader.read(Gzip.of(new byte[0]), LIMIT));
    }

    @Test
    void everyTruncatedBodyIsRefused() {
        byte[] whole = Gzip.of(text());
        for (int length = 0; length < whole.length; length++) {
            assertEquals(ErrorCode.MALFORMED_CODING, refusalOf(Arrays.copyOf(whole, length)), "length " + length);
        }
    }

    /** Behind the header, where some bits are for the eyes of people, and before the bits that fill up the last byte. */
    @Test
    void everyWrongByteIsFound() {
        byte[] whole = Gzip.of(text());
        int last = whole.length - TRAILER - 1;
        for (int position = HEADER; position < whole.length; position++) {
            byte[] broken = whole.clone();
            broken[position] = (byte) (broken[position] ^ (position == last ? 1 : 0x10));
            assertEquals(ErrorCode.MALFORMED_CODING, refusalOf(broken), "position " + position);
        }
    }

    @Test
    void whateverFollowsTheLastMemberIsRefused() {
        byte[] whole = Gzip.of(text());
        for (int more = 1; more < 60; more++) {
            assertEquals(ErrorCode.MALFORMED_CODING, refusalOf(Arrays.copyOf(whole, whole.length + more)));
        }
    }

    @Test
    void theLimitIsExact() {
        assertEquals(LIMIT, GzipReader.read(Gzip.of(new byte[(int) LIMIT]), LIMIT).length);
        assertEquals(ErrorCode.BODY_TOO_LARGE, refusalOf(Gzip.of(new byte[(int) LIMIT + 1])));
    }

    @Test
    void aBombTakesNoMoreMemoryThanALargeBody() {
        byte[] bomb = Gzip.bomb();
        refusalOf(bomb); // what is loaded once does not count
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(ErrorCode.BODY_TOO_LARGE, refusalOf(bomb));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated < bomb.length + 5 * LIMIT, () -> allocated + " bytes");
    }
}
