package dev.rangefinder.catalogue;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 of any length, of which no single record is longer than a limit. */
final class BoundedText extends FilterReader {

    /** The longest record, in characters. */
    static final int MAX_RECORD = 4_000_000;

    private final MistakeCode malformed;
    private int length;

    /** Text that cannot be read as a catalogue. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final MistakeCode code;

        UnreadableException(MistakeCode code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        MistakeCode code() {
            return code;
        }
    }

    /**
     * Decodes bytes. An explicit decoder rejects malformed UTF-8; a reader with a charset would replace it.
     *
     * @param malformed the mistake of bytes that are not UTF-8
     */
    BoundedText(InputStream bytes, MistakeCode malformed) {
        super(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        this.malformed = malformed;
    }

    /** Begins the next record. */
    void next() {
        length = 0;
    }

    @Override
    public int read() {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] text, int offset, int size) {
        try {
            int read = super.read(text, offset, size);
            length += Math.max(read, 0);
            if (length > MAX_RECORD) {
                throw new UnreadableException(
                        MistakeCode.RECORD_TOO_LARGE, "a record is longer than " + MAX_RECORD + " characters");
            }
            return read;
        } catch (CharacterCodingException e) {
            throw new UnreadableException(malformed, "the text is not UTF-8");
        } catch (IOException e) {
            // Otherwise a parser would take it for a mistake in the text
            throw new UncheckedIOException(e);
        }
    }
}
