package dev.rangefinder.engine.schema;

import io.quarkus.arc.Arc;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method of a feature that resolves a field of the schema.
 *
 * @param owner the class of the bean that has the method
 * @param binders creates the value of each parameter; null for the one that takes all parents
 */
record OperationMethod(
        Class<?> owner, Method method, @Nullable ArgumentBinder[] binders) {

    static OperationMethod of(Operation operation) {
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
        return new OperationMethod(owner, method, binders);
    }

    private static Method methodOf(Operation operation, Class<?> owner) {
        String[] parameters = operation.getArguments().stream()
                .map(OperationMethod::className)
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

    int parameters() {
        return binders.length;
    }

    /** Whether a parameter takes all parents of a level. */
    boolean takesParents() {
        return Arrays.asList(binders).contains(null);
    }

    @Nullable Object call(List<?> parents, Map<String, Object> arguments) throws Exception {
        return invoke(bind(parents, arguments));
    }

    /** Creates the values of the parameters. */
    @Nullable Object[] bind(List<?> parents, Map<String, Object> arguments) {
        @Nullable Object[] values = new Object[binders.length];
        for (int i = 0; i < values.length; i++) {
            ArgumentBinder binder = binders[i];
            values[i] = binder == null ? parents : binder.bind(arguments);
        }
        return values;
    }

    @Nullable Object invoke(@Nullable Object[] values) throws Exception {
        try {
            return method.invoke(Arc.container().instance(owner).get(), values);
        } catch (InvocationTargetException e) {
            throw JavaTypes.cause(e);
        }
    }
}
