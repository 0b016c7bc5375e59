package dev.rangefinder.filter;

import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Operators for partial dates.
 *
 * <p>A stored date stands for the days from its first to its last, and so does the date that a client gives. Compared as
 * text in the C collation, the first day of a stored date is not before a day D exactly when its text is not less than D
 * without the trailing {@code -01}; and its last day is not after D exactly when its text with {@code ~} behind it is not
 * greater than D, without the trailing end of month or year, with {@code ~} behind it. So two plain indexes serve every
 * operator: one on the date ({@code ''} when there is none), and one on the date with {@code ~}. What an operator asks of
 * the last day has consequences for the text, which are asked as well: so rows that are walked in the order of the date
 * are walked from there, and not from the other end of time.
 */
@Input("DateFilter")
@Description("Operators for dates as precise as their sources.")
public record DateFilter(
        @Nullable @Description("Is exactly this, just as precise: `2022` is not `2022-05`.")
        PartialDate eq,

        @Nullable @Description("Is exactly one of these.") List<@NonNull PartialDate> in,

        @Nullable @Description("On or after the first day of this.")
        PartialDate gte,

        @Nullable @Description("After the last day of this.")
        PartialDate gt,

        @Nullable @Description("On or before the last day of this.")
        PartialDate lte,

        @Nullable @Description("Before the first day of this.")
        PartialDate lt,

        @Nullable @Description("Is unknown (true), or is known (false).")
        Boolean isNull,

        @Nullable @DefaultValue("CERTAINLY")
        @Description("Whether a date must lie in the range of `gte`, `gt`, `lte` and `lt` certainly or possibly.")
        DateMatching matching)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String column) {
        String start = "coalesce(" + column + ", '')";
        if (eq != null) {
            rows.exactly(start + " = ?", eq.toString());
        }
        if (in != null) {
            rows.and(start + " = any (?)", (Object)
                    in.stream().map(PartialDate::toString).toArray(String[]::new));
        }
        if (isNull != null) {
            rows.dates(start, start + (isNull ? " = ''" : " > ''"));
        }
        restrictRange(rows, start, "(" + column + " || '~')");
    }

    private void restrictRange(Conditions rows, String start, String end) {
        if (gte != null) {
            notBefore(rows, start, end, gte.first());
        }
        if (gt != null) {
            notBefore(rows, start, end, gt.last().plusDays(1));
        }
        if (lte != null) {
            notAfter(rows, start, end, lte.last());
        }
        if (lt != null) {
            notAfter(rows, start, end, lt.first().minusDays(1));
        }
    }

    private void notBefore(Conditions rows, String start, String end, LocalDate day) {
        switch (matching) {
            case CERTAINLY -> rows.dates(start, start + " >= ?", firstOf(day));
            case POSSIBLY ->
                rows.dates(start, end + " > ?", lastOf(day.minusDays(1)))
                        .dates(start, start + " >= ?", firstOf(day.withDayOfYear(1)));
        }
    }

    private void notAfter(Conditions rows, String start, String end, LocalDate day) {
        switch (matching) {
            case CERTAINLY ->
                rows.dates(start, end + " <= ?", lastOf(day))
                        .dates(start, start + " > '' and " + start + " <= ?", lastOf(day));
            case POSSIBLY -> rows.dates(start, start + " > '' and " + start + " < ?", firstOf(day.plusDays(1)));
        }
    }

    private static String firstOf(LocalDate day) {
        if (day.getYear() > 9999) {
            return "~"; // after every date
        }
        if (day.getDayOfYear() == 1) {
            return day.toString().substring(0, 4);
        }
        return day.getDayOfMonth() == 1 ? day.toString().substring(0, 7) : day.toString();
    }

    private static String lastOf(LocalDate day) {
        if (day.getYear() < 1) {
            return ""; // before every date
        }
        if (day.getDayOfYear() == day.lengthOfYear()) {
            return day.toString().substring(0, 4) + '~';
        }
        return (day.getDayOfMonth() == day.lengthOfMonth() ? day.toString().substring(0, 7) : day.toString()) + '~';
    }
}
