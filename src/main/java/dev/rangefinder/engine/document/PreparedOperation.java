package dev.rangefinder.engine.document;

import dev.rangefinder.observation.OperationIdentity;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is ready for execution, and for repeated execution after a retry.
 *
 * @param document null when it was not prepared, because the variables are invalid
 * @param entry the document for graphql-java, or the errors that prevent execution
 */
public record PreparedOperation(Request request, @Nullable PreparedDocument document, PreparsedDocumentEntry entry) {

    /**
     * The moment that it reads; null for the present.
     *
     * @throws dev.rangefinder.error.InputException when an argument of it is invalid
     */
    public @Nullable AskedMoment asOf() {
        return document == null || entry.hasErrors() ? null : document.asOf(request);
    }

    /** The identity of the operation; null when it is ambiguous or unknown. */
    public @Nullable OperationIdentity operation() {
        return document == null ? null : document.operation(request.operationName());
    }
}
