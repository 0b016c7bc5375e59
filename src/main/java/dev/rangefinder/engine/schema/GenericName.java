package dev.rangefinder.engine.schema;

import dev.rangefinder.filter.EnumFilter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name that SmallRye gives to a generic type, such as {@code Connection_Device} or {@code Order_DeviceOrderField}.
 *
 * @param generic the name of the generic type
 * @param argument the name of its first type argument
 */
public record GenericName(String generic, String argument) {

    /** The name, taken apart; null for the name of any other type. */
    public static @Nullable GenericName of(String type) {
        int separator = type.indexOf('_');
        return separator <= 0 ? null : new GenericName(type.substring(0, separator), type.substring(separator + 1));
    }

    boolean isOf(Class<?> type) {
        return generic.equals(type.getSimpleName());
    }

    /** What the type is called in the schema: {@code DeviceConnection}, {@code DeviceOrder}. */
    public String inSchema() {
        return item() + (isOf(EnumFilter.class) ? "Filter" : generic);
    }

    private String item() {
        return argument.replaceFirst("(OrderField|FilterInput)$", "");
    }

    /** A description, where {@code {item}} stands for what the type is about, and {@code {items}} for several of them. */
    @Nullable String in(@Nullable String description) {
        return description == null
                ? null
                : description.replace("{items}", plural()).replace("{item}", item());
    }

    private String plural() {
        String words = item().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words + (words.matches(".*(s|x|ch|sh)") ? "es" : "s");
    }
}
