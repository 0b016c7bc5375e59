package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.InvalidField;
import dev.rangefinder.mutation.NotCited;
import dev.rangefinder.mutation.NotFound;

/** Reports mistakes in the input of a mutation as the errors of its payload. */
final class InputErrors {

    private InputErrors() {}

    static ChangeError of(Mistake mistake) {
        ErrorDetails details = ErrorDetails.at(mistake.path(), "`" + mistake.path() + "` " + mistake.message() + '.');
        return switch (mistake.code()) {
            case UNKNOWN_NAME -> new NotFound(details);
            case RECORD_NOT_CLAIMED, VALUE_NOT_CLAIMED, STATED_VALUE_MISSING -> new NotCited(details);
            case UNREADABLE_FILE,
                    EMPTY_FILE,
                    INVALID_YAML,
                    INVALID_JSON,
                    RECORD_TOO_LARGE,
                    REPEATED_KEY,
                    UNKNOWN_KEY,
                    MISSING_KEY,
                    MISSING_ALTERNATIVE,
                    CONFLICTING_KEYS,
                    DEPENDENT_KEY,
                    EMPTY_VALUE,
                    EMPTY_LIST,
                    WRONG_TYPE,
                    INVALID_VALUE,
                    DUPLICATE,
                    CYCLE,
                    END_BEFORE_START,
                    ENDED_AND_ONGOING,
                    EXCLUSIVE_AND_EXCLUDED,
                    REVERSED_RANGE,
                    SEVERAL_CURRENCIES,
                    ALIAS_OF_ANOTHER_BRAND,
                    TIME_WITHOUT_DAY,
                    CODE_OF_ANOTHER_KIND,
                    UNIT_OF_ANOTHER_MEASURE,
                    SHARE_ABOVE_WHOLE,
                    REJECTED_BY_DATABASE -> new InvalidField(details);
        };
    }

    /** The error for a record that an input field names, but that does not exist. */
    static NotFound notFound(String key, String kind, String name) {
        return new NotFound(ErrorDetails.at(
                InputFields.INPUT + '.' + key, Value.excerpt(name) + " is not a " + kind + " in the catalogue."));
    }
}
