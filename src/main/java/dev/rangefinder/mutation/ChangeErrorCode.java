package dev.rangefinder.mutation;

import org.eclipse.microprofile.graphql.Description;

@Description("What is wrong with a change. There is a type of error for each code.")
public enum ChangeErrorCode {
    @Description("The input refers to a record that does not exist.")
    NOT_FOUND,

    @Description("The catalogue has such a record already.")
    ALREADY_EXISTS,

    @Description("A field of the input is missing, or has a value that it cannot have.")
    INVALID_FIELD,

    @Description("The record has changed since the version that the input expects.")
    STALE_VERSION,

    @Description("The record cannot be removed, because others refer to it.")
    STILL_REFERRED,

    @Description("No claim states a value of the record, or supports the record as a whole.")
    NOT_CITED,

    @Description("A later revision depends on the change that was to be undone.")
    CHANGED_LATER,

    @Description("The history that is needed to undo the change is not kept any more.")
    HISTORY_PRUNED
}
