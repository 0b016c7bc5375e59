package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;

/** An answer exceeds the size limit. None of it is sent. */
public final class AnswerTooLargeException extends InputException {

    private static final long serialVersionUID = 1;

    private static final String ADVICE = " Request smaller pages (`first`), fewer fields, or shorter aliases.";

    private AnswerTooLargeException(String message) {
        super(ErrorCode.ANSWER_TOO_LARGE, message);
    }

    /** For an answer that turned out to be too large when it was encoded. */
    public static AnswerTooLargeException encoded(long limit) {
        return new AnswerTooLargeException(limitedTo(limit) + '.' + ADVICE);
    }

    /** For an answer that became too large at a field; {@code keys} is the percentage of response keys in it. */
    static AnswerTooLargeException at(String path, long limit, long keys) {
        return new AnswerTooLargeException(
                limitedTo(limit) + ", at `" + path + "`. Response keys make up " + keys + " percent of it." + ADVICE);
    }

    /** For an operation that needs more memory than any operation may use. */
    static AnswerTooLargeException inMemory() {
        return new AnswerTooLargeException("The operation needs more memory than the service allows." + ADVICE);
    }

    private static String limitedTo(long limit) {
        return "The answer would have more than " + limit + " bytes";
    }
}
