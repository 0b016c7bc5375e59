package dev.rangefinder.engine.document;

import dev.rangefinder.observation.OperationIdentity;
import dev.rangefinder.scalar.Sha256;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed and validated document, or the errors of an invalid one. */
public final class PreparedDocument {

    private final PreparsedDocumentEntry entry;
    private final String hash;
    private final List<OperationIdentity> operations;
    private final List<@Nullable Restriction> restrictions;
    private final List<AsOfRule> moments;

    private PreparedDocument(
            PreparsedDocumentEntry entry,
            String hash,
            List<OperationIdentity> operations,
            List<@Nullable Restriction> restrictions,
            List<AsOfRule> moments) {
        this.entry = entry;
        this.hash = hash;
        this.operations = operations;
        this.restrictions = restrictions;
        this.moments = moments;
    }

    static PreparedDocument of(String text, PreparsedDocumentEntry entry, GraphQLSchema schema) {
        if (entry.hasErrors()) {
            return new PreparedDocument(entry, "", List.of(), List.of(), List.of());
        }
        String hash = Sha256.hex(text);
        List<OperationDefinition> operations = entry.getDocument().getDefinitionsOfType(OperationDefinition.class);
        return new PreparedDocument(
                entry,
                hash,
                operations.stream()
                        .map(operation -> OperationIdentity.of(hash, operation.getName(), operation.getOperation()))
                        .toList(),
                Restriction.of(entry.getDocument(), schema),
                operations.stream()
                        .map(operation -> AsOfRule.of(operation, schema))
                        .toList());
    }

    PreparsedDocumentEntry entry() {
        return entry;
    }

    /** The errors; none when the document is valid. */
    public List<GraphQLError> errors() {
        return entry.hasErrors() ? List.copyOf(entry.getErrors()) : List.of();
    }

    /** The SHA-256 of its text in hexadecimal digits; empty when the document is invalid. */
    public String hash() {
        return hash;
    }

    /** The operations in document order; none when the document is invalid. */
    public List<OperationIdentity> operations() {
        return operations;
    }

    /** Returns the operation that a request with this operation name runs; null when it is ambiguous or unknown. */
    public @Nullable OperationIdentity operation(@Nullable String operationName) {
        if (operationName == null) {
            return operations.size() == 1 ? operations.get(0) : null;
        }
        return operations.stream()
                .filter(operation -> operationName.equals(operation.name()))
                .findFirst()
                .orElse(null);
    }

    /** The errors for the caller of a request; none when the caller may execute it. */
    List<GraphQLError> check(Request request) {
        Restriction restriction = restriction(request.operationName());
        return restriction == null ? List.of() : restriction.check(request.caller());
    }

    private @Nullable Restriction restriction(@Nullable String operationName) {
        OperationIdentity operation = operation(operationName);
        return operation == null ? null : restrictions.get(operations.indexOf(operation));
    }

    /**
     * Returns the moment that a request asks for; null for the present.
     *
     * @throws dev.rangefinder.error.InputException when an argument of it is invalid
     */
    public @Nullable AskedMoment asOf(Request request) {
        OperationIdentity operation = operation(request.operationName());
        return operation == null
                ? null
                : moments.get(operations.indexOf(operation)).apply(request);
    }

    /** Whether only callers with a role may execute the operation with a name. */
    public boolean isRestricted(@Nullable String operationName) {
        return restriction(operationName) != null;
    }

    /** The variables of a request that its operation uses below the root fields. */
    public Map<String, Object> variablesOfSelection(Request request) {
        Map<String, Object> used = new HashMap<>(request.variables());
        used.keySet().retainAll(SelectedVariables.of(entry.getDocument()));
        return used;
    }

    /** Whether the answer to a request is the same for every caller until the catalogue changes. */
    public boolean isCacheable(Request request) {
        OperationIdentity operation = operation(request.operationName());
        return !request.requestsCost()
                && operation != null
                && operation.type().equals("query")
                && !isRestricted(request.operationName());
    }
}
