package dev.rangefinder.engine.schema;

import dev.rangefinder.identity.Role;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.Reads;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reflection on the Java classes in SmallRye's model of the schema. */
final class JavaTypes {

    private JavaTypes() {}

    static Class<?> load(String name) {
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A class of the schema cannot be found: " + name, e);
        }
    }

    static boolean hasField(Class<?> type, String name) {
        return Stream.of(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name));
    }

    /** Returns a field of a class or its superclasses. Quarkus makes the public fields of entities private. */
    static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + '.' + name);
    }

    /** Returns the entity of a list type; null when the type is not a list of entities. */
    static @Nullable Class<?> entityIn(Type list) {
        return list instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> item
                        && item.isAnnotationPresent(Entity.class)
                ? item
                : null;
    }

    /** Whether a property of an entity holds a key. */
    static boolean isKey(Class<?> entity, String property) {
        try {
            return field(entity, property).getType() == Long.class;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    /** Returns the properties that a method declares to read; null when it has no {@link Reads}. */
    static @Nullable Set<String> reads(Method method) {
        Reads reads = method.getAnnotation(Reads.class);
        return reads == null ? null : Set.of(reads.value());
    }

    /** Returns the criteria of the filter of the page that a method takes; null if it takes none. */
    static @Nullable Class<?> criteria(Method method) {
        return Stream.of(method.getGenericParameterTypes())
                .filter(type -> type instanceof ParameterizedType generic && generic.getRawType() == PageRequest.class)
                .map(type -> (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElse(null);
    }

    /** Returns the role that a method requires of its callers; null when it has no {@link RolesAllowed}. */
    static @Nullable Role requiredRole(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        return allowed == null
                ? null
                : Role.of(String.join(", ", allowed.value()))
                        .orElseThrow(() -> new IllegalStateException("Not the name of one role: " + allowed));
    }

    /** Unwraps the exception of a method that was called by reflection. */
    static Exception cause(InvocationTargetException e) {
        if (e.getCause() instanceof Exception cause) {
            return cause;
        }
        throw (Error) e.getCause();
    }
}
