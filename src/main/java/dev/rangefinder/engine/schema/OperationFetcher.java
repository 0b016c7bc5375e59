package dev.rangefinder.engine.schema;

import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.RunsSeveralStatements;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import jakarta.persistence.Entity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a field of the schema by a method of a feature: a relation by a method that takes all parents of a level
 * ({@code @Source List<P>}), or a field of the query root by a method that takes none.
 */
public final class OperationFetcher implements LevelFetcher {

    private final Class<?> owner;
    private final Method method;
    private final @Nullable ArgumentBinder[] binders;
    private final boolean relation;
    private final @Nullable Class<?> parents;
    private final boolean ofEdge;
    private final @Nullable String foreignKey;

    private OperationFetcher(
            Class<?> owner, Method method, @Nullable ArgumentBinder[] binders, @Nullable Class<?> source) {
        this.owner = owner;
        this.method = method;
        this.binders = binders;
        this.relation = Arrays.asList(binders).contains(null);
        this.parents = source != null && source.isAnnotationPresent(Entity.class) ? source : null;
        this.ofEdge = source != null && Edge.class.isAssignableFrom(source);
        this.foreignKey = binders.length == 1 ? foreignKeyOf(method, parents) : null;
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
        Class<?> owner = JavaTypes.load(operation.getClassName());
        Method method = methodOf(operation, owner);
        List<Argument> arguments = operation.getArguments();
        @Nullable ArgumentBinder[] binders = new ArgumentBinder[arguments.size()];
        for (int i = 0; i < binders.length; i++) {
            Argument argument = arguments.get(i);
            if (!argument.isSourceArgument()) {
                binders[i] = ArgumentBinder.of(argument.getName(), method.getGenericParameterTypes()[i]);
            } else if (method.getParameterTypes()[i] != List.class) {
                throw new IllegalStateException("A relation takes all its parents, as a List: " + method);
            }
        }
        method.setAccessible(true);
        return new OperationFetcher(owner, method, binders, sourceOf(operation));
    }

    /** The type that has the field; null for a field of the query root. */
    private static @Nullable Class<?> sourceOf(Operation operation) {
        return operation.isSourceField()
                ? JavaTypes.load(operation.getSourceFieldOn().getClassName())
                : null;
    }

    private static Method methodOf(Operation operation, Class<?> owner) {
        String[] parameters = operation.getArguments().stream()
                .map(OperationFetcher::className)
                .toArray(String[]::new);
        return Arrays.stream(owner.getMethods())
                .filter(method -> method.getName().equals(operation.getMethodName()))
                .filter(method -> Arrays.equals(
                        parameters,
                        Arrays.stream(method.getParameterTypes())
                                .map(Class::getName)
                                .toArray()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No method for " + operation));
    }

    private static String className(Argument argument) {
        return argument.hasWrapper()
                ? argument.getWrapper().getWrapperClassName()
                : argument.getReference().getClassName();
    }

    /** Calls the method once: with all parents for a relation, without any for a field of the query root. */
    @Override
    public List<?> fetch(List<?> parents, Map<String, Object> arguments) throws Exception {
        Object answer = call(parents, arguments);
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

    /** Whether its parents are the edges of a page. */
    public boolean isOfEdge() {
        return ofEdge;
    }

    /** The foreign key of its parents, if it is a to-one relation; otherwise null. */
    public @Nullable String foreignKey() {
        return foreignKey;
    }

    private @Nullable Object call(List<?> parents, Map<String, Object> arguments) throws Exception {
        @Nullable Object[] values = new Object[binders.length];
        for (int i = 0; i < values.length; i++) {
            ArgumentBinder binder = binders[i];
            values[i] = binder == null ? parents : binder.bind(arguments);
        }
        try {
            return method.invoke(Arc.container().instance(owner).get(), values);
        } catch (InvocationTargetException e) {
            throw JavaTypes.cause(e);
        }
    }
}
