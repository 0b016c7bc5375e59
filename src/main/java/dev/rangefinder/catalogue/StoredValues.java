package dev.rangefinder.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values of a record that need evidence: those that the view of its table has, with the same texts.
 *
 * @param shape the format of the record
 * @param exempt the keys that need no evidence, such as a name or the records without which this one would be another
 */
record StoredValues(Shape shape, Set<String> exempt) {

    List<StoredValue> of(Fields fields) {
        return shape.keys().stream()
                .filter(key -> !exempt.contains(key))
                .flatMap(key -> values(key, fields))
                .toList();
    }

    private Stream<StoredValue> values(String key, Fields fields) {
        Part part = fields.parts().get(key);
        if (part instanceof Listing list) {
            return list.items().stream()
                    .filter(Text.class::isInstance)
                    .map(item -> new StoredValue(key, ((Text) item).value(), item));
        }
        if (part instanceof Fields money) {
            return Stream.of(new StoredValue(key, MoneyFormat.text(money), money));
        }
        return part instanceof Text text
                ? Stream.of(new StoredValue(key, text.value(), text))
                : shape.defaultOf(key, fields).stream().map(value -> new StoredValue(key, value, fields));
    }
}
