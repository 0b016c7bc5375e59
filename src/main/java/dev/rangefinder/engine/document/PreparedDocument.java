package dev.rangefinder.engine.document;

import dev.rangefinder.observation.OperationIdentity;
import dev.rangefinder.scalar.Sha256;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that was parsed and validated. */
public final class PreparedDocument {

    private final PreparsedDocumentEntry entry;
    private final String hash;
    private final List<OperationIdentity> operations;

    private PreparedDocument(PreparsedDocumentEntry entry, String hash, List<OperationIdentity> operations) {
        this.entry = entry;
        this.hash = hash;
        this.operations = operations;
    }

    static PreparedDocument of(String text, PreparsedDocumentEntry entry) {
        if (entry.hasErrors()) {
            return new PreparedDocument(entry, "", List.of());
        }
        String hash = Sha256.hex(text);
        List<OperationIdentity> operations =
                entry.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                        .map(operation -> OperationIdentity.of(hash, operation.getName(), operation.getOperation()))
                        .toList();
        return new PreparedDocument(entry, hash, operations);
    }

    PreparsedDocumentEntry entry() {
        return entry;
    }

    /** What is wrong with it; nothing when it is valid. */
    public List<GraphQLError> errors() {
        return entry.hasErrors() ? List.copyOf(entry.getErrors()) : List.of();
    }

    /** The SHA-256 of its text, in hexadecimal digits; empty for one that is not valid. */
    public String hash() {
        return hash;
    }

    /** Its operations, in order; none for one that is not valid. */
    public List<OperationIdentity> operations() {
        return operations;
    }

    /** The operation that a request means which names this one, or none; null when that is not clear. */
    public @Nullable OperationIdentity operation(@Nullable String operationName) {
        if (operationName == null) {
            return operations.size() == 1 ? operations.get(0) : null;
        }
        return operations.stream()
                .filter(operation -> operationName.equals(operation.name()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a request that names this operation, or none, runs a query. */
    public boolean isQuery(@Nullable String operationName) {
        OperationIdentity operation = operation(operationName);
        return operation != null && operation.type().equals("query");
    }
}
