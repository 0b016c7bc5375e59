package dev.rangefinder.engine.schema;

import dev.rangefinder.error.InputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components and the constructor of a record that represents client input. */
final class RecordType {

    /** A component with its bound type. */
    record Component(String name, BoundType type) {}

    private final Class<?> type;
    private final List<Component> components;
    private final Constructor<?> constructor;

    RecordType(BoundType bound) {
        this.type = bound.raw();
        RecordComponent[] declared = type.getRecordComponents();
        this.components = Arrays.stream(declared)
                .map(one -> new Component(one.getName(), bound.within(one.getGenericType())))
                .toList();
        try {
            this.constructor = type.getConstructor(
                    Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("No canonical constructor: " + type, e);
        }
    }

    List<Component> components() {
        return components;
    }

    boolean has(String name) {
        return components.stream().anyMatch(one -> one.name().equals(name));
    }

    /**
     * Creates a record.
     *
     * @throws InputException when the record rejects the values
     */
    Object create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InputException rejected) {
                throw rejected;
            }
            throw new IllegalStateException("Cannot create " + type, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + type, e);
        }
    }
}
