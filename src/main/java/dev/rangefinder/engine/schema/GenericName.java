package dev.rangefinder.engine.schema;

import dev.rangefinder.filter.EnumFilter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name that SmallRye generates for a generic type, such as {@code Connection_Device} or {@code Order_DeviceOrderField}.
 *
 * @param generic the name of the generic type
 * @param argument the name of its first type argument
 */
public record GenericName(String generic, String argument) {

    /** Parses a name; returns null for the name of any other type. */
    public static @Nullable GenericName of(String type) {
        int separator = type.indexOf('_');
        return separator <= 0 ? null : new GenericName(type.substring(0, separator), type.substring(separator + 1));
    }

    /** The name in the schema of any type. */
    static String inSchema(String type) {
        GenericName name = of(type);
        return name == null ? type : name.inSchema();
    }

    boolean isOf(Class<?> type) {
        return generic.equals(type.getSimpleName());
    }

    /** The name of the type in the schema: {@code DeviceConnection}, {@code DeviceOrder}. */
    public String inSchema() {
        return item() + (isOf(EnumFilter.class) ? "Filter" : generic);
    }

    private String item() {
        return argument.replaceFirst("(OrderField|FilterInput)$", "");
    }

    /** Fills in a description: {@code {item}} is replaced by the name of the type argument, and {@code {items}} by its plural. */
    @Nullable String in(@Nullable String description) {
        return description == null
                ? null
                : description.replace("{items}", plural()).replace("{item}", item());
    }

    private String plural() {
        String words = words(item());
        return words.replaceFirst("(?<=[a-z])y$", "ie") + (words.matches(".*(s|x|ch|sh)") ? "es" : "s");
    }

    /** The name of a type in sentences. */
    static String words(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
