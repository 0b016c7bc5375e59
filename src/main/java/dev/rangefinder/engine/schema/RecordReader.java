package dev.rangefinder.engine.schema;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.store.Criteria;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts input objects to records. Null is rejected inside an input object, because a client that sends it is unlikely to mean
 * that the field is absent; a component that is an {@link Optional} distinguishes both. The readers of components are created lazily, because input types may be recursive.
 */
final class RecordReader implements ValueReader {

    private static final String IS_NULL = "isNull";

    private final RecordType type;
    private final @Nullable ValueReader[] readers;

    RecordReader(BoundType type) {
        this.type = new RecordType(type);
        this.readers = new ValueReader[this.type.components().size()];
    }

    @Override
    public Object read(String path, Object value) {
        Map<?, ?> fields = (Map<?, ?>) value;
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = readComponent(path, i, fields);
        }
        return type.create(values);
    }

    private @Nullable Object readComponent(String path, int i, Map<?, ?> fields) {
        RecordType.Component component = type.components().get(i);
        if (Criteria.class.isAssignableFrom(component.type().raw())) {
            return reader(i).read(path, fields); // the schema inlines their fields
        }
        if (component.type().raw() == Optional.class) {
            return readOptional(path + '.' + component.name(), i, fields);
        }
        return fields.containsKey(component.name())
                ? readField(path + '.' + component.name(), i, fields.get(component.name()))
                : null;
    }

    /** Null if the field is absent, and empty if it is null. */
    private @Nullable Optional<Object> readOptional(String path, int i, Map<?, ?> fields) {
        String name = type.components().get(i).name();
        Object value = fields.get(name);
        if (value == null) {
            return fields.containsKey(name) ? Optional.empty() : null;
        }
        return Optional.of(reader(i).read(path, value));
    }

    private Object readField(String path, int i, @Nullable Object value) {
        if (value == null) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`" + path + "` is null. Omit it" + orUseIsNull(i));
        }
        return reader(i).read(path, value);
    }

    /** Suggests the operator for null, if the type has one. */
    private String orUseIsNull(int i) {
        boolean isOperator = type.components().get(i).name().equals(IS_NULL);
        return type.has(IS_NULL) && !isOperator ? ", or use `" + IS_NULL + "`." : ".";
    }

    private static BoundType valueType(BoundType component) {
        return component.raw() == Optional.class
                ? component.within(Optional.class.getTypeParameters()[0])
                : component;
    }

    private ValueReader reader(int i) {
        ValueReader reader = readers[i];
        if (reader == null) {
            reader = ValueReader.of(valueType(type.components().get(i).type()));
            readers[i] = reader;
        }
        return reader;
    }
}
