package dev.rangefinder.engine.schema;

import dev.rangefinder.relay.PageRequest;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the value of one method parameter from the arguments that graphql-java has coerced. */
@FunctionalInterface
interface ArgumentBinder {

    @Nullable Object bind(Map<String, Object> arguments);

    /** Binds the argument with a name; for a parameter object, the arguments with the names of its components. */
    static ArgumentBinder of(String name, Type type) {
        return of(name, new BoundType(type, Map.of()));
    }

    private static ArgumentBinder of(String name, BoundType type) {
        return type.raw() == PageRequest.class ? ofComponents(new RecordType(type)) : ofArgument(name, type);
    }

    private static ArgumentBinder ofArgument(String name, BoundType type) {
        ValueReader reader = ValueReader.of(type);
        return arguments -> {
            Object value = arguments.get(name);
            return value == null ? null : reader.read(name, value);
        };
    }

    private static ArgumentBinder ofComponents(RecordType parameters) {
        ArgumentBinder[] binders = parameters.components().stream()
                .map(component -> ofArgument(component.name(), component.type()))
                .toArray(ArgumentBinder[]::new);
        return arguments -> parameters.create(
                Stream.of(binders).map(binder -> binder.bind(arguments)).toArray());
    }
}
