package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that records follow. The database enforces the same rules; here they are checked so that a file is told
 * about all of its mistakes at once, and about the lines that they are on.
 */
final class Rules {

    private static final Set<String> STANDINGS_WITH_EVIDENCE = Set.of("CONFIRMED", "REPORTED");

    private Rules() {}

    /** What is confirmed or reported is cited. A record without a standing is a reported one. */
    static Rule evidenceUnder(String key) {
        return (fields, inspection) -> {
            String standing = fields.optionalText("standing");
            if (!fields.has(key) && (standing == null || STANDINGS_WITH_EVIDENCE.contains(standing))) {
                inspection.complain(fields, key, "is missing: what is confirmed or reported needs a citation");
            }
        };
    }

    /** At least one of these keys has a value. */
    static Rule atLeastOneOf(String... keys) {
        return (fields, inspection) -> {
            if (Stream.of(keys).noneMatch(fields::has)) {
                inspection.complain(fields, "says nothing: it needs one of " + String.join(", ", keys));
            }
        };
    }

    /** At most one of these keys has a value. */
    static Rule atMostOneOf(String... keys) {
        return (fields, inspection) -> {
            if (Stream.of(keys).filter(fields::has).count() > 1) {
                inspection.complain(fields, "can have only one of " + String.join(", ", keys));
            }
        };
    }

    /** One key has a value only where another has. */
    static Rule onlyWith(String other, String key) {
        return (fields, inspection) -> {
            if (fields.has(key) && !fields.has(other)) {
                inspection.complain(fields, key, "needs a " + other);
            }
        };
    }

    /** A key has no value where another key has a certain one. */
    static Rule never(String key, String other, String value) {
        return (fields, inspection) -> {
            if (fields.has(key) && value.equals(fields.optionalText(other))) {
                inspection.complain(fields, key, "cannot be there when " + other + " is " + value);
            }
        };
    }

    /** The last day that the end may mean is not before the first day that the start may mean. */
    static Rule notBefore(String startKey, String endKey) {
        return (fields, inspection) -> {
            PartialDate start = fields.date(startKey);
            PartialDate end = fields.date(endKey);
            if (start != null && end != null && end.last().isBefore(start.first())) {
                inspection.complain(fields, endKey, end + " is before " + startKey + ", which is " + start);
            }
        };
    }

    /** The upper bound is not below the lower one. */
    static Rule ordered(String lowKey, String highKey) {
        return (fields, inspection) -> {
            BigDecimal low = fields.decimal(lowKey);
            BigDecimal high = fields.decimal(highKey);
            if (low != null && high != null && high.compareTo(low) < 0) {
                inspection.complain(fields, highKey, high + " is below " + lowKey + ", which is " + low);
            }
        };
    }
}
