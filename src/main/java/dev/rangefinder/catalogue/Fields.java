package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of keys to values: a record of the catalogue, or a part of one. A missing or malformed value is read as null, so that
 * one mistake does not prevent others from being found.
 */
record Fields(String path, int line, Map<String, Part> parts) implements Part {

    boolean has(String key) {
        return parts.containsKey(key);
    }

    /** The part under a key, or these fields when it is missing: the location to report. */
    Part partOrThis(String key) {
        return parts.getOrDefault(key, this);
    }

    @Nullable String optionalText(String key) {
        return parts.get(key) instanceof Text text ? text.value() : null;
    }

    /** A required text. */
    String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            throw new NoSuchElementException(place() + " has no " + key);
        }
        return text;
    }

    @Nullable PartialDate date(String key) {
        String text = optionalText(key);
        return text == null || Value.DATE.rejects(text) ? null : new PartialDate(text);
    }

    @Nullable BigDecimal decimal(String key) {
        String text = optionalText(key);
        return text == null || Value.DECIMAL.rejects(text) ? null : new BigDecimal(text);
    }

    @Nullable Integer number(String key) {
        String text = optionalText(key);
        return text == null || Value.NUMBER.rejects(text) ? null : Integer.valueOf(text);
    }

    @Nullable Boolean flag(String key) {
        String text = optionalText(key);
        return text == null || Value.FLAG.rejects(text) ? null : Boolean.valueOf(text);
    }

    boolean flag(String key, boolean defaultValue) {
        Boolean flag = flag(key);
        return flag == null ? defaultValue : flag;
    }

    <E extends Enum<E>> @Nullable E optionalChoice(Class<E> choices, String key) {
        String text = optionalText(key);
        return text == null ? null : Enum.valueOf(choices, text);
    }

    /** A required value of an enum. */
    <E extends Enum<E>> E choice(Class<E> choices, String key) {
        return Enum.valueOf(choices, text(key));
    }

    /** An optional value of an enum, with its default. */
    <E extends Enum<E>> E choice(Class<E> choices, String key, E defaultValue) {
        E choice = optionalChoice(choices, key);
        return choice == null ? defaultValue : choice;
    }

    /** The values of an enum in the list under a key. */
    <E extends Enum<E>> List<E> choices(Class<E> choices, String key) {
        return texts(key).stream()
                .map(text -> Enum.valueOf(choices, text.value()))
                .toList();
    }

    /** The values in the list under a key. */
    List<String> values(String key) {
        return texts(key).stream().map(Text::value).toList();
    }

    /** The fields under a key; empty when it is missing. */
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
