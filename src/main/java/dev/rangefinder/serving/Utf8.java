package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Surrogates;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly: malformed bytes are rejected, never replaced by other characters. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Decodes bytes.
     *
     * @param what the part of the request, for the message to the client
     * @throws InputException when the bytes are not UTF-8
     */
    public static CharBuffer decode(byte[] bytes, String what) {
        try {
            // Unlike String and Charset, a new decoder reports malformed bytes.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new InputException(ErrorCode.MALFORMED_JSON, what + " is not valid UTF-8.", e);
        }
    }

    /** Rejects unpaired surrogates, which JSON can escape ({@code "\\ud800"}) although they are not characters. */
    public static String checked(String text) {
        if (Surrogates.unpaired(text) >= 0) {
            throw new InputException(
                    ErrorCode.MALFORMED_JSON, "A string has an unpaired surrogate, which is not a character.");
        }
        return text;
    }
}
