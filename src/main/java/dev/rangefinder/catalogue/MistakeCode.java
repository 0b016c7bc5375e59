package dev.rangefinder.catalogue;

/** What is wrong in a catalogue file. The names of these constants are stable, so that programs can rely on them. */
public enum MistakeCode {
    /** The file does not exist or cannot be read. */
    UNREADABLE_FILE,
    /** The file has no content. */
    EMPTY_FILE,
    /** The file is not YAML, or not YAML that a catalogue may use. */
    INVALID_YAML,
    /** A line is not JSON. */
    INVALID_JSON,
    /** A record is longer than the service reads. */
    RECORD_TOO_LARGE,
    /** A key is repeated in one record. */
    REPEATED_KEY,
    /** A record of this type has no such key. */
    UNKNOWN_KEY,
    /** A required key is missing. */
    MISSING_KEY,
    /** None of several keys has a value, but one of them is required. */
    MISSING_ALTERNATIVE,
    /** Keys that exclude each other have values. */
    CONFLICTING_KEYS,
    /** A key has a value, but the key that gives it a meaning has none. */
    DEPENDENT_KEY,
    /** A key has no value. */
    EMPTY_VALUE,
    /** A list has no items. */
    EMPTY_LIST,
    /** A single value, a list or a record stands where another of the three is expected. */
    WRONG_TYPE,
    /** A value does not have the format of its key, is unknown, or is out of range. */
    INVALID_VALUE,
    /** Neither the file nor the catalogue has a record with the name that another one refers to. */
    UNKNOWN_NAME,
    /** Two records or values are the same. */
    DUPLICATE,
    /** A record is its own ancestor. */
    CYCLE,
    /** An end is before a beginning. */
    END_BEFORE_START,
    /** A partnership has ended and goes on. */
    ENDED_AND_ONGOING,
    /** A territory is exclusive and excluded. */
    EXCLUSIVE_AND_EXCLUDED,
    /** A lower bound is above the upper one. */
    REVERSED_RANGE,
    /** The prices of a launch are in several currencies. */
    SEVERAL_CURRENCIES,
    /** The alias of a brand is the name or an alias of another one. */
    ALIAS_OF_ANOTHER_BRAND,
    /** A time of publication comes without a day. */
    TIME_WITHOUT_DAY,
    /** The code of a market does not fit its kind. */
    CODE_OF_ANOTHER_KIND,
    /** The unit of a figure does not fit what it measures. */
    UNIT_OF_ANOTHER_MEASURE,
    /** A market share is above 100 per cent. */
    SHARE_ABOVE_WHOLE,
    /** No claim supports a record. */
    RECORD_NOT_CLAIMED,
    /** No claim states a value. */
    VALUE_NOT_CLAIMED,
    /** A claim states a property without a value. */
    STATED_VALUE_MISSING,
    /** The database rejects a record. */
    REJECTED_BY_DATABASE
}
