package dev.rangefinder.engine.document;

import static java.util.stream.Collectors.toMap;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import java.util.List;
import java.util.Map;

/** Compares the literals of a document: arguments and input fields are unordered, list items are ordered. */
final class Literals {

    private Literals() {}

    /** Whether the arguments of two fields are equal. */
    static boolean areEqual(List<Argument> some, List<Argument> others) {
        return areEqual(
                some.stream().collect(toMap(Argument::getName, Argument::getValue)),
                others.stream().collect(toMap(Argument::getName, Argument::getValue)));
    }

    private static boolean areEqual(Map<String, Value<?>> some, Map<String, Value<?>> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(one -> areEqual(one.getValue(), others.get(one.getKey())));
    }

    private static boolean areEqual(Value<?> one, Value<?> other) {
        if (one instanceof ObjectValue object && other instanceof ObjectValue otherObject) {
            return areEqual(fields(object), fields(otherObject));
        }
        if (one instanceof ArrayValue list && other instanceof ArrayValue otherList) {
            return areEqual(list, otherList);
        }
        return one.isEqualTo(other);
    }

    private static boolean areEqual(ArrayValue one, ArrayValue other) {
        int size = one.getValues().size();
        boolean equal = size == other.getValues().size();
        for (int i = 0; equal && i < size; i++) {
            equal = areEqual(one.getValues().get(i), other.getValues().get(i));
        }
        return equal;
    }

    private static Map<String, Value<?>> fields(ObjectValue object) {
        return object.getObjectFields().stream().collect(toMap(ObjectField::getName, ObjectField::getValue));
    }
}
