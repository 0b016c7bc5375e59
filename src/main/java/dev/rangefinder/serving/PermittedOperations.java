package dev.rangefinder.serving;

import graphql.language.OperationDefinition.Operation;
import java.util.Set;

/** The types of operations that a request may have, by how it is sent. */
final class PermittedOperations {

    static final Set<Operation> ALL = Set.of(Operation.values());

    private PermittedOperations() {}

    /** GET is safe, so that it cannot be a mutation: RFC 9110, section 9.2.1. */
    static Set<Operation> byGet(ResponseVariant variant) {
        return variant.isOfEvents() ? Set.of(Operation.QUERY, Operation.SUBSCRIPTION) : Set.of(Operation.QUERY);
    }

    static Set<Operation> byPost(ResponseVariant variant) {
        return variant.isOfEvents() ? ALL : Set.of(Operation.QUERY, Operation.MUTATION);
    }
}
