package dev.rangefinder.scalar;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as precise as its source: a year, a month or a day, in ISO 8601. It stands for every day from {@link #first()}
 * to {@link #last()}.
 */
@CustomScalar("PartialDate")
public final class PartialDate implements CustomStringScalar, Comparable<PartialDate> {

    private static final Pattern FORMAT = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    private final String text;

    /**
     * Reads a partial date.
     *
     * @throws IllegalArgumentException when the text is not a date of the calendar
     */
    public PartialDate(String text) {
        this.text = text;
        checkCalendar(text);
    }

    private PartialDate(String text, boolean checked) {
        this.text = text;
        assert checked;
    }

    /** A partial date from the database, which has validated it. */
    public static PartialDate stored(String text) {
        return new PartialDate(text, true);
    }

    private static void checkCalendar(String text) {
        Matcher parts = FORMAT.matcher(text);
        if (!parts.matches() || text.startsWith("0000")) {
            throw new IllegalArgumentException("Expected a date such as 2022, 2022-05 or 2022-05-23.");
        }
        try {
            LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("This date does not exist in the calendar.", e);
        }
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** The first day that this date may mean. */
    public LocalDate first() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text);
        };
    }

    /** The last day that this date may mean. */
    public LocalDate last() {
        return switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }

    /** The day that a client asks about: the last day of a date, or today if there is none. */
    public static LocalDate dayOf(@org.jspecify.annotations.Nullable PartialDate date, LocalDate today) {
        return date == null ? today : date.last();
    }

    /** Whether both dates can mean the same day. */
    public boolean agreesWith(PartialDate other) {
        return text.startsWith(other.text) || other.text.startsWith(text);
    }

    @Override
    public String stringValueForSerialization() {
        return text;
    }

    @Override
    public int compareTo(PartialDate other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof PartialDate date && date.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
