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
 * <p>A partial date, stored or sent by a client, stands for the days from its first to its last. Compared as text in the C
 * collation, the first day of a stored date is on or after a day D exactly when its text is at least D without a trailing
 * {@code -01}. Its last day is on or before D exactly when its text followed by {@code ~} is at most D without a trailing end
 * of month or year, followed by {@code ~}. Two plain indexes therefore serve every operator: one on the date ({@code ''} when
 * it is unknown), and one on the date followed by {@code ~}. A condition on the last day also implies a bound for the text,
 * which is added to the query, so that a scan in the order of the date starts at that bound. Where an order places unknown dates
 * after all others, its index has {@code ~} for them.
 */
@GroupedBy(Grouping.YEAR)
@Input("DateFilter")
@Description("Comparison operators for partial dates.")
public record DateFilter(
        @Nullable @Description("Equal to this date, with the same precision: `2022` is not equal to `2022-05`.")
        PartialDate eq,

        @Nullable @Description("Equal to one of these dates, with the same precision.")
        List<@NonNull PartialDate> in,

        @Nullable @Description("On or after the first day of this date.")
        PartialDate gte,

        @Nullable @Description("After the last day of this date.")
        PartialDate gt,

        @Nullable @Description("On or before the last day of this date.")
        PartialDate lte,

        @Nullable @Description("Before the first day of this date.")
        PartialDate lt,

        @Nullable @Description("Whether the date is null.") Boolean isNull,

        @Nullable @DefaultValue("CERTAINLY")
        @Description(
                "Whether every possible day of a partial date must be in the range of `gte`, `gt`, `lte` and `lt`, or at least one.")
        DateMatching matching)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String column) {
        String start = lowest(column);
        if (eq != null) {
            rows.exactly(start + " = ?", eq.toString());
        }
        if (in != null) {
            rows.and(start + " = any (?)", (Object)
                    in.stream().map(PartialDate::toString).toArray(String[]::new));
        }
        if (isNull != null) {
            rows.dates(column, start + (isNull ? " = ''" : " > ''"), highest(column) + (isNull ? " = '~'" : " < '~'"));
        }
        restrictRange(rows, column);
    }

    private static String lowest(String column) {
        return "coalesce(" + column + ", '')";
    }

    private static String highest(String column) {
        return "coalesce(" + column + ", '~')";
    }

    private void restrictRange(Conditions rows, String column) {
        if (gte != null) {
            notBefore(rows, column, gte.first());
        }
        if (gt != null) {
            notBefore(rows, column, gt.last().plusDays(1));
        }
        if (lte != null) {
            notAfter(rows, column, lte.last());
        }
        if (lt != null) {
            notAfter(rows, column, lt.first().minusDays(1));
        }
    }

    private void notBefore(Conditions rows, String column, LocalDate day) {
        switch (matching) {
            case CERTAINLY -> startsAtOrAfter(rows, column, firstOf(day));
            case POSSIBLY -> {
                ends(rows, column, " > ?", lastOf(day.minusDays(1)));
                startsAtOrAfter(rows, column, firstOf(day.withDayOfYear(1)));
            }
        }
    }

    private void notAfter(Conditions rows, String column, LocalDate day) {
        switch (matching) {
            case CERTAINLY -> {
                ends(rows, column, " <= ?", lastOf(day));
                starts(rows, column, " <= ?", lastOf(day));
            }
            case POSSIBLY -> starts(rows, column, " < ?", firstOf(day.plusDays(1)));
        }
    }

    private static void startsAtOrAfter(Conditions rows, String column, String bound) {
        rows.dates(
                column, lowest(column) + " >= ?", highest(column) + " >= ? and " + highest(column) + " < '~'", bound);
    }

    /** Bounds the text from above. */
    private static void starts(Conditions rows, String column, String comparison, String bound) {
        String known = lowest(column) + " > '' and " + lowest(column) + comparison;
        rows.dates(column, known, highest(column) + " < '~' and " + highest(column) + comparison, bound);
    }

    private static void ends(Conditions rows, String column, String comparison, String bound) {
        String condition = "(" + column + " || '~')" + comparison;
        rows.dates(column, condition, condition, bound);
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
