package dev.rangefinder.engine.schema;

import dev.rangefinder.identity.Restricted;
import dev.rangefinder.identity.Role;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.RunsSeveralStatements;
import io.smallrye.graphql.schema.model.Operation;
import jakarta.persistence.Entity;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a field of the schema by a method of a feature: a relation by a method that takes all parents of a level
 * ({@code @Source List<P>}), or a field of the query root by a method that takes none.
 */
public final class OperationFetcher implements LevelFetcher, Restricted {

    private final OperationMethod operation;
    private final Method method;
    private final boolean relation;
    private final @Nullable Class<?> parents;
    private final boolean ofEdge;
    private final @Nullable String foreignKey;

    private OperationFetcher(OperationMethod operation, @Nullable Class<?> source) {
        this.operation = operation;
        this.method = operation.method();
        this.relation = operation.takesParents();
        this.parents = source != null && source.isAnnotationPresent(Entity.class) ? source : null;
        this.ofEdge = source != null && Edge.class.isAssignableFrom(source);
        this.foreignKey = operation.parameters() == 1 ? foreignKeyOf(method, parents) : null;
    }

    private static @Nullable String foreignKeyOf(Method method, @Nullable Class<?> parents) {
        Set<String> reads = JavaTypes.reads(method);
        if (parents == null || reads == null || reads.size() != 1) {
            return null;
        }
        String property = reads.iterator().next();
        return JavaTypes.entityIn(method.getGenericReturnType()) != null && JavaTypes.isKey(parents, property)
                ? property
                : null;
    }

    static OperationFetcher of(Operation operation) {
        return new OperationFetcher(OperationMethod.of(operation), sourceOf(operation));
    }

    /** The type that has the field; null for a field of the query root. */
    private static @Nullable Class<?> sourceOf(Operation operation) {
        return operation.isSourceField()
                ? JavaTypes.load(operation.getSourceFieldOn().getClassName())
                : null;
    }

    /** Calls the method once: with all parents for a relation, without any for a field of the query root. */
    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) throws Exception {
        Object answer = operation.call(parents, arguments);
        if (!relation) {
            return Collections.singletonList(answer);
        }
        if (answer instanceof List<?> values && values.size() == parents.size()) {
            return values;
        }
        throw new IllegalStateException(method + " must give one value for each of its " + parents.size() + " parents");
    }

    /** The properties of its parents that it reads; null if unknown. */
    public @Nullable Set<String> reads() {
        return JavaTypes.reads(method);
    }

    /** Whether it may run more than one statement. */
    public boolean runsSeveralStatements() {
        return method.isAnnotationPresent(RunsSeveralStatements.class);
    }

    /** The entity of its parents; null if they are not entities. */
    public @Nullable Class<?> parents() {
        return parents;
    }

    /** The criteria of the filter of its pages; null if it has none. */
    @Nullable Class<?> criteria() {
        return JavaTypes.criteria(method);
    }

    /** Whether its parents are the edges of a page. */
    public boolean isOfEdge() {
        return ofEdge;
    }

    /** The foreign key of its parents, if it is a to-one relation; otherwise null. */
    public @Nullable String foreignKey() {
        return foreignKey;
    }

    @Override
    public @Nullable Role requiredRole() {
        return JavaTypes.requiredRole(method);
    }
}
