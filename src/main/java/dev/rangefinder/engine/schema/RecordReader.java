package dev.rangefinder.engine.schema;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.store.Criteria;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts input objects to records. Null is rejected inside an input object, because a client that sends it is unlikely to mean
 * that the field is absent. The readers of components are created lazily, because input types may be recursive.
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
        return fields.containsKey(component.name())
                ? readField(path + '.' + component.name(), i, fields.get(component.name()))
                : null;
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

    private ValueReader reader(int i) {
        ValueReader reader = readers[i];
        if (reader == null) {
            reader = ValueReader.of(type.components().get(i).type());
            readers[i] = reader;
        }
        return reader;
    }
}
