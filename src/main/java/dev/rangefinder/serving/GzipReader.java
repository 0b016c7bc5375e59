package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Reads what is coded by gzip (RFC 1952), in one member or several. Nothing but members may be there, and no more is inflated
 * than fits, whatever a few bytes claim to stand for.
 */
final class GzipReader extends GZIPInputStream {

    /** The checksum and the size at the end of the last member, which the inflater does not read. */
    private static final int TRAILER = 8;

    /** How many members without content may follow each other; the class above calls itself for each. */
    private static final int EMPTY = 100;

    private int calls;

    /** Hands all of the body to the inflater at once, so that what it leaves over is what follows the last member. */
    private GzipReader(byte[] body) throws IOException {
        super(new ByteArrayInputStream(body), Math.max(1, body.length));
    }

    /**
     * What a body stands for.
     *
     * @param limit how many bytes that may be
     * @throws InputException when it is more than that, or the body is broken
     */
    static byte[] read(byte[] body, long limit) {
        try (GzipReader reader = new GzipReader(body)) {
            byte[] content = reader.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
            if (content.length > limit) {
                throw ContentCoding.tooLarge(limit);
            }
            if (reader.inf.getRemaining() > TRAILER) {
                throw new IOException("Something follows the last member");
            }
            return content;
        } catch (IOException e) {
            throw new InputException(ErrorCode.MALFORMED_CODING, "The body is not what gzip makes.", e);
        }
    }

    @Override
    public int read(byte[] content, int offset, int length) throws IOException {
        if (calls > EMPTY) {
            throw new IOException("Too many members without content");
        }
        calls++;
        try {
            return super.read(content, offset, length);
        } finally {
            calls--;
        }
    }
}
