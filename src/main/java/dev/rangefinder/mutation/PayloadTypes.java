package dev.rangefinder.mutation;

import dev.rangefinder.node.Nodes;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;

/** Creates the payloads of mutations that have changed nothing themselves. */
@ApplicationScoped
class PayloadTypes {

    private final Nodes nodes;

    PayloadTypes(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The payload of a mutation that was refused. */
    static Payload refused(Method mutation) {
        Class<?> type = mutation.getReturnType();
        if (type == Removal.class) {
            return new Removal(null);
        }
        if (type == Reversal.class) {
            return new Reversal(0, 0, false);
        }
        return type == AppliedChanges.class ? new AppliedChanges(null) : Change.none();
    }

    /** The payload of a mutation that was executed before, with this {@link Payload#outcome}. */
    Payload repeated(Method mutation, List<String> outcome) {
        Class<?> type = mutation.getReturnType();
        if (type == Reversal.class) {
            return new Reversal(Long.parseLong(outcome.get(0)), Long.parseLong(outcome.get(1)), false);
        }
        List<AppliedChange> results = outcome.stream().map(AppliedChange::parse).toList();
        if (type == AppliedChanges.class) {
            return new AppliedChanges(results);
        }
        AppliedChange only = results.get(0);
        return only.node() == null
                ? new Removal(only.removal())
                : Change.of(nodes.table(only.node().type()), only.node().key());
    }
}
