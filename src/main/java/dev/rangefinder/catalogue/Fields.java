package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values under keys: a record of the catalogue, or a part of one. Whoever reads a value gets null where it is missing
 * or malformed, so that one mistake does not keep others from being found.
 */
record Fields(String path, int line, Map<String, Part> parts) implements Part {

    boolean has(String key) {
        return parts.containsKey(key);
    }

    /** The part under a key, or these fields themselves where it is missing: the place to complain about. */
    Part partOrThis(String key) {
        return parts.getOrDefault(key, this);
    }

    @Nullable String optionalText(String key) {
        return parts.get(key) instanceof Text text ? text.value() : null;
    }

    /** A text that the format requires. */
    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            throw new NoSuchElementException(place() + " has no " + key);
        }
        return text;
    }

    @Nullable PartialDate date(String key) {
        String text = optionalText(key);
        return text == null || Value.DATE.refuses(text) ? null : new PartialDate(text);
    }

    @Nullable BigDecimal decimal(String key) {
        String text = optionalText(key);
        return text == null || Value.DECIMAL.refuses(text) ? null : new BigDecimal(text);
    }

    @Nullable Integer number(String key) {
        String text = optionalText(key);
        return text == null || Value.NUMBER.refuses(text) ? null : Integer.valueOf(text);
    }

    @Nullable Boolean flag(String key) {
        String text = optionalText(key);
        return text == null || Value.FLAG.refuses(text) ? null : Boolean.valueOf(text);
    }

    boolean flag(String key, boolean otherwise) {
        Boolean flag = flag(key);
        return flag == null ? otherwise : flag;
    }

    <E extends Enum<E>> @Nullable E optionalChoice(Class<E> choices, String key) {
        String text = optionalText(key);
        return text == null ? null : Enum.valueOf(choices, text);
    }

    /** One of the values of an enum, which the format requires. */
    <E extends Enum<E>> E choice(Class<E> choices, String key) {
        return Enum.valueOf(choices, text(key));
    }

    /** The fields that stand under a key; none where it is missing. */
    Fields fields(String key) {
        return parts.get(key) instanceof Fields fields ? fields : new Fields(path, line, Map.of());
    }

    /** The texts in the list under a key. */
    List<Text> texts(String key) {
        return items(key).filter(Text.class::isInstance).map(Text.class::cast).toList();
    }

    /** The records in the list under a key. */
    List<Fields> records(String key) {
        return items(key)
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .toList();
    }

    private Stream<Part> items(String key) {
        return parts.get(key) instanceof Listing list ? list.items().stream() : Stream.empty();
    }
}
