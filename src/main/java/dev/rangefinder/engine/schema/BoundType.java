package dev.rangefinder.engine.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/**
 * A Java type with the bindings of its type variables.
 *
 * @param variables the types that the type variables of the enclosing class are bound to
 */
record BoundType(Type type, Map<Type, BoundType> variables) {

    /** Binds a type that occurs in the class of this type. */
    BoundType within(Type inner) {
        Map<Type, BoundType> bound = arguments();
        return bound.getOrDefault(inner, new BoundType(inner, bound));
    }

    /** The raw class. */
    Class<?> raw() {
        Type plain = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        if (plain instanceof Class<?> known) {
            return known;
        }
        throw new IllegalStateException("Not a type for an argument: " + type);
    }

    private Map<Type, BoundType> arguments() {
        if (!(type instanceof ParameterizedType generic)) {
            return Map.of();
        }
        TypeVariable<?>[] names = raw().getTypeParameters();
        Map<Type, BoundType> bound = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            Type argument = generic.getActualTypeArguments()[i];
            bound.put(names[i], variables.getOrDefault(argument, new BoundType(argument, variables)));
        }
        return bound;
    }
}
