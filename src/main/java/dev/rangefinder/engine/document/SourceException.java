package dev.rangefinder.engine.document;

import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

/** The text of a document has something at a place that no document may have there. */
final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient GraphQLError error;

    /** An error for the client, with the place behind its message. */
    SourceException(ErrorCode code, String message, String document, int position) {
        super(message, null, false, false);
        SourceLocation place = place(document, position);
        this.error = ClientError.builder(
                        code, message + ", at line " + place.getLine() + " column " + place.getColumn())
                .location(place)
                .build();
    }

    GraphQLError error() {
        return error;
    }

    /** As graphql-java counts: lines by their feeds, and columns by characters, which may be pairs. */
    private static SourceLocation place(String document, int position) {
        String before = document.substring(0, position);
        int start = before.lastIndexOf('\n') + 1;
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new SourceLocation(line, 1 + before.codePointCount(start, position));
    }
}
