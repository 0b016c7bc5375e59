package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.Surrogates;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The format of a single value. */
final class Value implements Type {

    /** Longer names do not fit into an index of the database. */
    private static final int LONGEST_NAME = 500;

    private static final int LONGEST_EXCERPT = 80;

    /** Letters of any script, in lower case where it has one, and digits. */
    private static final String WORD = "[a-z0-9\\u00df-\\u00f6\\u00f8-\\u1fff\\u3005-\\u3007\\u3040-\\ud7a3]+";

    static final Value TEXT =
            new Value(Value::isStorable, "is blank or contains a character that cannot be stored", anyScalar("\\S"));
    static final Value NAME = new Value(
            text -> isStorable(text) && text.length() <= LONGEST_NAME,
            "is blank, is longer than " + LONGEST_NAME + " characters, or contains a character that cannot be stored",
            anyScalar("\\S"));
    static final Value KEY = matching("[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "a key such as C3");
    static final Value SLUG =
            matching("(?=.{1,100}$)" + WORD + "(-" + WORD + ")*", "a slug of at most 100 characters such as xiaomi-14");
    static final Value MARKET_CODE = matching("[A-Z]{2}|[0-9]{3}", "the code of a market such as IN or 001");
    static final Value CURRENCY = matching("[A-Z]{3}", "the code of a currency such as USD");
    static final Value LANGUAGE =
            matching("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "the tag of a language such as en or zh-Hans");
    static final Value URL = matching("https?://[^\\s]+", "an absolute URL");
    static final Value TIME = matching("([01][0-9]|2[0-3]):[0-5][0-9]", "a time of day such as 10:06");
    static final Value PROPERTY = matching("[a-z][A-Za-z]*", "the name of a property such as releasedOn");
    static final Value PERIOD = matching(
            "[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?", "a year, a quarter or a month such as 2021, 2022-Q1 or 2021-07");
    static final Value DATE = new Value(
            Value::isDate,
            "is not a date such as 2022, 2022-05 or 2022-05-23",
            anyScalar("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"));
    static final Value FLAG = new Value(
            text -> text.equals("true") || text.equals("false"),
            "is neither true nor false",
            Map.of("type", "boolean"));
    static final Value TRUE = new Value("true"::equals, "is not true: omit the key otherwise", Map.of("const", true));
    static final Value AMOUNT =
            matching("[0-9]{1,18}(\\.[0-9]{1,10})?", "an amount from 0 to less than 10^18 such as 75000 or 9.99");
    static final Value CHANGE = new Value(
            Value::isChange,
            "is not a change in per cent from -100 to less than 10^9 such as -10.5",
            anyScalar("^-?[0-9]{1,9}(\\.[0-9]{1,10})?$"));
    static final Value DECIMAL =
            matching("-?[0-9]{1,18}(\\.[0-9]{1,10})?", "a decimal number such as 38500000 or -10.5");
    static final Value NUMBER = matching("[0-9]{1,9}", "a whole number such as 25");
    static final Value POSITIVE = matching("[1-9][0-9]{0,8}", "a whole number from 1, such as 6");

    private static final Pattern CHANGE_DIGITS = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,10})?");
    private static final BigDecimal TOTAL_LOSS = BigDecimal.valueOf(-100);

    private final Predicate<String> fits;
    private final String message;
    private final Map<String, Object> schema;

    private Value(Predicate<String> fits, String message, Map<String, Object> schema) {
        this.fits = fits;
        this.message = message;
        this.schema = schema;
    }

    private static Value matching(String pattern, String description) {
        return new Value(
                Pattern.compile(pattern).asMatchPredicate(), "is not " + description, anyScalar("^(" + pattern + ")$"));
    }

    /** Editors read a value such as 2022 as a number, whose digits a pattern does not apply to. */
    private static Map<String, Object> anyScalar(String pattern) {
        return Map.of("type", List.of("string", "number", "boolean"), "pattern", pattern);
    }

    /** One of the values of an enum. */
    static <E extends Enum<E>> Value oneOf(Class<E> choices) {
        List<String> names =
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        return new Value(names::contains, "is not one of " + String.join(", ", names), Map.of("enum", names));
    }

    boolean rejects(String text) {
        return !fits.test(text);
    }

    @Override
    public void validate(Part part, Validation validation) {
        accepts(part, validation);
    }

    /** Whether the part is such a value; if not, its mistake is reported. */
    boolean accepts(Part part, Validation validation) {
        if (!(part instanceof Text text)) {
            validation.report(part, MistakeCode.WRONG_TYPE, "is not a single value");
            return false;
        }
        if (text.value().isEmpty()) {
            validation.report(part, MistakeCode.EMPTY_VALUE, "has no value: omit the key if the value is unknown");
            return false;
        }
        if (rejects(text.value())) {
            validation.report(part, MistakeCode.INVALID_VALUE, excerpt(text.value()) + ' ' + message);
            return false;
        }
        return true;
    }

    @Override
    public Map<String, Object> schema() {
        return schema;
    }

    static String excerpt(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }

    /** PostgreSQL stores neither the character 0 nor unpaired surrogates. */
    private static boolean isStorable(String text) {
        return !text.isBlank() && Surrogates.unstorable(text) < 0;
    }

    private static boolean isDate(String text) {
        try {
            new PartialDate(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isChange(String text) {
        return CHANGE_DIGITS.matcher(text).matches() && new BigDecimal(text).compareTo(TOTAL_LOSS) >= 0;
    }
}
