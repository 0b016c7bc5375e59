package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.Surrogates;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The format of a single value. */
final class Value implements Type {

    /** Longer names do not fit into an index of the database. */
    private static final int LONGEST_NAME = 500;

    private static final int LONGEST_EXCERPT = 80;

    static final Value TEXT = new Value(Value::isStorable, "is blank or contains a character that cannot be stored");
    static final Value NAME = new Value(
            text -> isStorable(text) && text.length() <= LONGEST_NAME,
            "is blank, is longer than " + LONGEST_NAME + " characters, or contains a character that cannot be stored");
    static final Value KEY = matching("[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "is not a key such as C3");
    static final Value SLUG = matching(
            "(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*", "is not a slug of at most 100 characters such as xiaomi-14");
    static final Value MARKET_CODE = matching("[A-Z]{2}|[0-9]{3}", "is not the code of a market such as IN or 001");
    static final Value CURRENCY = matching("[A-Z]{3}", "is not the code of a currency such as USD");
    static final Value PROPERTY = matching("[a-z][A-Za-z]*", "is not the name of a property such as releasedOn");
    static final Value PERIOD = matching("[0-9]{4}(-Q[1-4])?", "is not a year or a quarter such as 2021 or 2022-Q1");
    static final Value DATE = new Value(Value::isDate, "is not a date such as 2022, 2022-05 or 2022-05-23");
    static final Value FLAG = matching("true|false", "is neither true nor false");
    static final Value DECIMAL =
            matching("-?[0-9]{1,30}(\\.[0-9]{1,10})?", "is not a decimal number such as 38500000 or -10.5");
    static final Value AMOUNT =
            matching("[0-9]{1,30}(\\.[0-9]{1,10})?", "is not an amount of at least 0 such as 75000 or 9.99");
    static final Value NUMBER = matching("[0-9]{1,9}", "is not a whole number such as 25");
    static final Value RANK = matching("[1-9][0-9]{0,8}", "is not a rank such as 1");

    private final Predicate<String> fits;
    private final String message;

    private Value(Predicate<String> fits, String message) {
        this.fits = fits;
        this.message = message;
    }

    private static Value matching(String pattern, String message) {
        return new Value(Pattern.compile(pattern).asMatchPredicate(), message);
    }

    /** One of the values of an enum. */
    static <E extends Enum<E>> Value oneOf(Class<E> choices) {
        List<String> names =
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        return new Value(names::contains, "is not one of " + String.join(", ", names));
    }

    /** The name of a record of this kind in the file. */
    static Type reference(String kind) {
        return (part, validation) -> {
            Value name = new Value(text -> validation.knows(kind, text), "is not a " + kind + " in this file");
            name.validate(part, validation);
        };
    }

    boolean rejects(String text) {
        return !fits.test(text);
    }

    @Override
    public void validate(Part part, Validation validation) {
        if (!(part instanceof Text text)) {
            validation.report(part, "is not a single value");
        } else if (text.value().isEmpty()) {
            validation.report(part, "has no value: omit the key if the value is unknown");
        } else if (rejects(text.value())) {
            validation.report(part, excerpt(text.value()) + ' ' + message);
        }
    }

    private static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }

    /** PostgreSQL stores neither the character 0 nor unpaired surrogates. */
    private static boolean isStorable(String text) {
        return !text.isBlank() && text.indexOf(0) < 0 && Surrogates.unpaired(text) < 0;
    }

    private static boolean isDate(String text) {
        try {
            new PartialDate(text);
            // PostgreSQL has no year 0.
            return !text.startsWith("0000");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
