package dev.rangefinder.engine.schema;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.identity.Role;
import dev.rangefinder.mutation.ApplyMutation;
import dev.rangefinder.mutation.Payload;
import dev.rangefinder.mutation.RequestedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Resolves the field that makes several changes, each by the method of its mutation. */
final class ApplyFetcher extends MutationFetcher {

    private static final String CHANGES = "changes";

    private final Map<String, MutationFetcher> mutations;

    /**
     * Creates the fetcher.
     *
     * @param mutations the mutations that it can make, by their names in the schema
     */
    ApplyFetcher(OperationMethod operation, Map<String, MutationFetcher> mutations) {
        super(operation);
        this.mutations = mutations;
    }

    @Override
    public Supplier<Payload> prepare(Map<String, Object> arguments, Caller caller) {
        List<?> inputs = (List<?>) arguments.get(CHANGES);
        if (inputs.size() > ApplyMutation.MAXIMUM) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`" + CHANGES + "` has " + inputs.size() + " changes, but the maximum is " + ApplyMutation.MAXIMUM
                            + ". Use an import for more.");
        }
        List<RequestedChange> changes = new ArrayList<>();
        for (Object input : inputs) {
            // graphql-java has checked that a change has exactly one field
            Map.Entry<?, ?> change = ((Map<?, ?>) input).entrySet().iterator().next();
            String path = CHANGES + '[' + changes.size() + "]." + change.getKey();
            changes.add(prepareOne((String) change.getKey(), (Map<?, ?>) change.getValue(), path, caller));
        }
        return call(changes);
    }

    private RequestedChange prepareOne(String name, Map<?, ?> input, String path, Caller caller) {
        MutationFetcher mutation = mutations.get(name);
        Role role = mutation.requiredRole();
        if (role != null && !caller.has(role)) {
            throw new InputException(
                    ErrorCode.FORBIDDEN, role.requiredBy(path) + ", which the access token does not list.");
        }
        return mutation.prepareOne(path, input);
    }
}
