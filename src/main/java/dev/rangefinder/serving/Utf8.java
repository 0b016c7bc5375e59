package dev.rangefinder.serving;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.Surrogates;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 strictly: bytes that are none are refused, and never replaced by other characters. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text that bytes stand for.
     *
     * @param what whose bytes they are, for the message to the client
     * @throws InputException when they are not UTF-8
     */
    public static CharBuffer decode(byte[] bytes, String what) {
        try {
            // A new decoder reports what is malformed, where String and Charset would replace it.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new InputException(ErrorCode.MALFORMED_JSON, what + " is not in UTF-8.", e);
        }
    }

    /** Refuses half characters, which JSON can spell ({@code "\\ud800"}) and no text has. */
    public static String checked(String text) {
        if (Surrogates.unpaired(text) >= 0) {
            throw new InputException(
                    ErrorCode.MALFORMED_JSON, "A text has half of a surrogate pair, which is no character.");
        }
        return text;
    }
}
