package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules for records. The database enforces them as well; here they are checked so that all mistakes in a file are reported
 * at once, with their lines.
 */
final class Rules {

    private static final Set<String> STANDINGS_WITH_EVIDENCE = Set.of("CONFIRMED", "REPORTED");

    private Rules() {}

    /** A confirmed or reported record has a citation. A record without a standing is reported. */
    static Rule requiresCitation(String key) {
        return (fields, validation) -> {
            String standing = fields.optionalText("standing");
            if (!fields.has(key) && (standing == null || STANDINGS_WITH_EVIDENCE.contains(standing))) {
                validation.report(fields, key, "is missing: a confirmed or reported record needs a citation");
            }
        };
    }

    /** At least one of these keys has a value. */
    static Rule atLeastOneOf(String... keys) {
        return (fields, validation) -> {
            if (Stream.of(keys).noneMatch(fields::has)) {
                validation.report(fields, "needs at least one of " + String.join(", ", keys));
            }
        };
    }

    /** At most one of these keys has a value. */
    static Rule atMostOneOf(String... keys) {
        return (fields, validation) -> {
            if (Stream.of(keys).filter(fields::has).count() > 1) {
                validation.report(fields, "can have only one of " + String.join(", ", keys));
            }
        };
    }

    /** A key has a value only when another has one. */
    static Rule onlyWith(String other, String key) {
        return (fields, validation) -> {
            if (fields.has(key) && !fields.has(other)) {
                validation.report(fields, key, "needs a " + other);
            }
        };
    }

    /** A key has no value when another has a given value. */
    static Rule forbiddenWhen(String key, String other, String value) {
        return (fields, validation) -> {
            if (fields.has(key) && value.equals(fields.optionalText(other))) {
                validation.report(fields, key, "is not allowed when " + other + " is " + value);
            }
        };
    }

    /** The last day of the end is not before the first day of the start. */
    static Rule notBefore(String startKey, String endKey) {
        return (fields, validation) -> {
            PartialDate start = fields.date(startKey);
            PartialDate end = fields.date(endKey);
            if (start != null && end != null && end.last().isBefore(start.first())) {
                validation.report(fields, endKey, end + " is before " + startKey + ", which is " + start);
            }
        };
    }

    /** The upper bound is not below the lower one. */
    static Rule ordered(String lowKey, String highKey) {
        return (fields, validation) -> {
            BigDecimal low = fields.decimal(lowKey);
            BigDecimal high = fields.decimal(highKey);
            if (low != null && high != null && high.compareTo(low) < 0) {
                validation.report(fields, highKey, high + " is below " + lowKey + ", which is " + low);
            }
        };
    }
}
