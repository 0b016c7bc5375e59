package dev.rangefinder.catalogue;

import dev.rangefinder.scalar.PartialDate;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * The rules for records. The database enforces them as well; here they are checked so that all mistakes in a file are reported
 * at once, with their lines.
 */
final class Rules {

    private Rules() {}

    /** At least one of these keys has a value. */
    static Rule atLeastOneOf(String... keys) {
        return (fields, validation) -> {
            if (Stream.of(keys).noneMatch(fields::has)) {
                validation.report(
                        fields, MistakeCode.MISSING_ALTERNATIVE, "needs at least one of " + String.join(", ", keys));
            }
        };
    }

    /** Exactly one of these keys has a value. */
    static Rule exactlyOneOf(String... keys) {
        Rule atLeastOne = atLeastOneOf(keys);
        return (fields, validation) -> {
            atLeastOne.validate(fields, validation);
            if (Stream.of(keys).filter(fields::has).count() > 1) {
                validation.report(
                        fields, MistakeCode.CONFLICTING_KEYS, "can have only one of " + String.join(", ", keys));
            }
        };
    }

    /** A key has a value only when another has one. */
    static Rule onlyWith(String other, String key) {
        return (fields, validation) -> {
            if (fields.has(key) && !fields.has(other)) {
                validation.report(fields, key, MistakeCode.DEPENDENT_KEY, "needs a " + other);
            }
        };
    }

    /** Keys have values only when a flag is true. */
    static Rule onlyWhen(String flag, String... keys) {
        return (fields, validation) -> Stream.of(keys)
                .filter(key -> fields.has(key) && !fields.flag(flag, false))
                .forEach(key -> validation.report(
                        fields, key, MistakeCode.DEPENDENT_KEY, "is allowed only when " + flag + " is true"));
    }

    /** Other keys have no value when this one has one. */
    static Rule excludes(String key, String... others) {
        return (fields, validation) -> Stream.of(others)
                .filter(other -> fields.has(key) && fields.has(other))
                .forEach(other -> validation.report(
                        fields, other, MistakeCode.CONFLICTING_KEYS, "is not allowed together with " + key));
    }

    /** A key has no value when another has a given value. */
    static Rule forbiddenWhen(String key, String other, String value) {
        return (fields, validation) -> {
            if (fields.has(key) && value.equals(fields.optionalText(other))) {
                validation.report(
                        fields, key, MistakeCode.CONFLICTING_KEYS, "is not allowed when " + other + " is " + value);
            }
        };
    }

    /** The last day of the end is not before the first day of the start. */
    static Rule notBefore(String startKey, String endKey) {
        return (fields, validation) -> {
            PartialDate start = fields.date(startKey);
            PartialDate end = fields.date(endKey);
            if (start != null && end != null && end.last().isBefore(start.first())) {
                validation.report(
                        fields,
                        endKey,
                        MistakeCode.END_BEFORE_START,
                        end + " is before " + startKey + ", which is " + start);
            }
        };
    }

    /** The upper bound is not below the lower one. */
    static Rule ordered(String lowKey, String highKey) {
        return (fields, validation) -> {
            BigDecimal low = fields.decimal(lowKey);
            BigDecimal high = fields.decimal(highKey);
            if (low != null && high != null && high.compareTo(low) < 0) {
                validation.report(
                        fields,
                        highKey,
                        MistakeCode.REVERSED_RANGE,
                        high + " is below " + lowKey + ", which is " + low);
            }
        };
    }
}
