package dev.rangefinder.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.scalar.PartialDate;
import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Generates random rows of an entity, the same on every run, with nulls in all nullable columns. */
final class RowGenerator {

    private static final List<String> TEXTS =
            List.of("", "x", "Zeiß \"Otus\", 1'", "蔡司\n", "\\ \t %_", "a".repeat(3_000));
    private static final List<String> AMOUNTS = List.of("0", "38500000", "10.50", "0.0001", "9".repeat(18) + ".9");
    private static final List<String> CHANGES = List.of("-100", "-0.0001", "0.00", "10.50", "999999999.9");
    private static final List<String> DATES = List.of("0001", "2022", "2022-05", "2022-05-23", "9999-12-31");

    private final Class<?> entity;
    private final Set<Field> fields;
    private final Set<Field> nullable;
    private final Random random = new Random(1);

    RowGenerator(Class<?> entity, Set<Field> fields, Set<Field> nullable) {
        this.entity = entity;
        this.fields = fields;
        this.nullable = nullable;
    }

    /** The row with a number. */
    Keyed row(int number) {
        try {
            Object row = entity.getConstructor().newInstance();
            for (Field field : fields) {
                field.set(row, nullable.contains(field) && random.nextInt(3) == 0 ? null : value(field, number));
            }
            return (Keyed) row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Field field, int number) {
        Class<?> type = field.getType();
        if (type == List.class) {
            return list(elementOf(field));
        }
        if (type.isEnum()) {
            return oneOf(List.of(type.getEnumConstants()));
        }
        if (type == String.class) {
            return text(domainOf(field), number);
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == PartialDate.class) {
            return new PartialDate(oneOf(DATES));
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(oneOf(domainOf(field).equals("amount") ? AMOUNTS : CHANGES));
        }
        return number(type);
    }

    private static String domainOf(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null ? "" : column.columnDefinition();
    }

    private static Class<?> elementOf(Field list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private List<?> list(Class<?> element) {
        List<?> choices = element.isEnum() ? List.of(element.getEnumConstants()) : TEXTS;
        return choices.stream().filter(each -> random.nextInt(3) == 0).toList();
    }

    private String text(String domain, int number) {
        return switch (domain) {
            case "slug" -> "row-" + number;
            case "currency" -> oneOf(List.of("EUR", "INR"));
            default -> oneOf(TEXTS) + number;
        };
    }

    private Object number(Class<?> type) {
        if (type == Long.class) {
            return random.nextLong();
        }
        if (type == Integer.class) {
            return random.nextInt();
        }
        throw new IllegalStateException("There are no values of the type " + type);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Checks that every constant of every enum and every possible null occurs. */
    void assertComplete(Collection<Keyed> rows) {
        for (Field field : fields) {
            Set<Object> values = new HashSet<>();
            rows.forEach(row -> values.add(valueOf(field, row)));
            Set<Object> elements = new HashSet<>(values);
            values.stream().filter(List.class::isInstance).forEach(list -> elements.addAll((List<?>) list));
            assertTrue(constants(field).allMatch(elements::contains), () -> field + " has only " + elements);
            assertTrue(!nullable.contains(field) || values.contains(null), () -> field + " is never null");
        }
    }

    private static Stream<?> constants(Field field) {
        Class<?> type = field.getType() == List.class ? elementOf(field) : field.getType();
        return type.isEnum() ? Stream.of(type.getEnumConstants()) : Stream.of();
    }

    /** The value of a field of a row. */
    static Object valueOf(Field field, Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
