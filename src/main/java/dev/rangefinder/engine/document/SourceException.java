package dev.rangefinder.engine.document;

import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import graphql.GraphQLError;
import graphql.language.SourceLocation;

/** The text of a document is invalid at a position. */
final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient GraphQLError error;

    /** Creates an error for the client whose message ends with the location. */
    SourceException(ErrorCode code, String message, String document, int position) {
        super(message, null, false, false);
        SourceLocation location = location(document, position);
        this.error = ClientError.builder(
                        code, message + ", at line " + location.getLine() + " column " + location.getColumn())
                .location(location)
                .build();
    }

    GraphQLError error() {
        return error;
    }

    /** Counts like graphql-java: lines by line feeds, and columns by code points. */
    private static SourceLocation location(String document, int position) {
        String before = document.substring(0, position);
        int start = before.lastIndexOf('\n') + 1;
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        return new SourceLocation(line, 1 + before.codePointCount(start, position));
    }
}
