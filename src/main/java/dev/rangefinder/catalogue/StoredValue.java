package dev.rangefinder.catalogue;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A value of a record that needs evidence.
 *
 * @param property the name of its property
 * @param text its text, as claims state it
 * @param part its location
 */
record StoredValue(String property, String text, Part part) {

    private static final Pattern YEAR_OR_MONTH = Pattern.compile("[0-9]{4}(-[0-9]{2})?");
    private static final Pattern MONTH_OR_DAY = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /**
     * Whether a claimed value states this one: both are equal as text or as numbers, or the claimed one is a more precise date.
     * The database decides by the same rule, in its function {@code states}.
     */
    boolean isStatedBy(String claimed) {
        return claimed.equals(text) || isMorePrecise(claimed) || isSameNumber(claimed);
    }

    /** Whether this is the same value, wherever it stands. */
    boolean isSame(StoredValue other) {
        return property.equals(other.property) && text.equals(other.text);
    }

    private boolean isMorePrecise(String claimed) {
        return YEAR_OR_MONTH.matcher(text).matches()
                && MONTH_OR_DAY.matcher(claimed).matches()
                && claimed.startsWith(text + '-');
    }

    private boolean isSameNumber(String claimed) {
        return NUMBER.matcher(text).matches()
                && NUMBER.matcher(claimed).matches()
                && new BigDecimal(claimed).compareTo(new BigDecimal(text)) == 0;
    }
}
