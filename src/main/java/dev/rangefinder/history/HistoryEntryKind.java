package dev.rangefinder.history;

import org.eclipse.microprofile.graphql.Description;

@Description("What happened to an object.")
public enum HistoryEntryKind {
    @Description("The object was added to the catalogue.")
    CREATED,

    @Description("Properties of the object were changed.")
    REVISED,

    @Description("The object was removed from the catalogue.")
    REMOVED
}
