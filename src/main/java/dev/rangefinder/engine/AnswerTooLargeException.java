package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;

/** An answer has more bytes than it may have. Nothing of it is sent. */
public final class AnswerTooLargeException extends InputException {

    private static final long serialVersionUID = 1;

    private static final String ADVICE = " Ask for smaller pages (`first`), for fewer fields, or with shorter aliases.";

    private AnswerTooLargeException(String message) {
        super(ErrorCode.ANSWER_TOO_LARGE, message);
    }

    /** One that is found to be too large when it is encoded. */
    public static AnswerTooLargeException encoded(long limit) {
        return new AnswerTooLargeException(limitedTo(limit) + '.' + ADVICE);
    }

    /** One that became too large at a field, when response keys were so many percent of it. */
    static AnswerTooLargeException at(String path, long limit, long keys) {
        return new AnswerTooLargeException(
                limitedTo(limit) + ", at `" + path + "`. Response keys make up " + keys + " percent of it." + ADVICE);
    }

    /** One that needs more memory than any operation may have. */
    static AnswerTooLargeException inMemory() {
        return new AnswerTooLargeException("The operation needs more memory than this service has for it." + ADVICE);
    }

    private static String limitedTo(long limit) {
        return "The answer would have more than " + limit + " bytes";
    }
}
