package dev.rangefinder.engine.document;

import dev.rangefinder.observation.OperationIdentity;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import org.jspecify.annotations.Nullable;

/**
 * An operation that can be executed, any number of times.
 *
 * @param request what the client asks for
 * @param document its document; null when that was not looked at, because something else is wrong
 * @param entry what graphql-java executes, or the errors that keep it from doing so
 */
public record PreparedOperation(Request request, @Nullable PreparedDocument document, PreparsedDocumentEntry entry) {

    /** Which operation of the document it is; null when that is not clear. */
    public @Nullable OperationIdentity operation() {
        return document == null ? null : document.operation(request.operationName());
    }
}
