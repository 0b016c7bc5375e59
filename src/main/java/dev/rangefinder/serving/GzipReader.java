package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses gzip (RFC 1952), in one member or several. It rejects anything else, and stops at a limit, so that a few bytes
 * cannot expand to fill the memory.
 */
final class GzipReader extends GZIPInputStream {

    /** The size of the checksum and length that end the last member, which the inflater does not read. */
    private static final int TRAILER = 8;

    /** The maximum number of consecutive empty members. The superclass recurses for each. */
    private static final int MAX_EMPTY_MEMBERS = 100;

    private int depth;

    /** Passes all of the body to the inflater at once, so that what it leaves is what follows the last member. */
    private GzipReader(byte[] body) throws IOException {
        super(new ByteArrayInputStream(body), Math.max(1, body.length));
    }

    /**
     * Decompresses a body.
     *
     * @param limit the maximum size of the decompressed body, in bytes
     * @throws InputException when the decompressed body is larger, or the body is malformed
     */
    static byte[] read(byte[] body, long limit) {
        try (GzipReader reader = new GzipReader(body)) {
            byte[] content = reader.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
            if (content.length > limit) {
                throw ContentCoding.tooLarge(limit);
            }
            if (reader.inf.getRemaining() > TRAILER) {
                throw new IOException("Unexpected bytes after the last member");
            }
            return content;
        } catch (IOException e) {
            throw new InputException(ErrorCode.MALFORMED_CODING, "The body is not valid gzip.", e);
        }
    }

    @Override
    public int read(byte[] content, int offset, int length) throws IOException {
        if (depth > MAX_EMPTY_MEMBERS) {
            throw new IOException("Too many empty members");
        }
        depth++;
        try {
            return super.read(content, offset, length);
        } finally {
            depth--;
        }
    }
}
