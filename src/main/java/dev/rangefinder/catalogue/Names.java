package dev.rangefinder.catalogue;

import org.jspecify.annotations.Nullable;

/** The names of records that are stored already. */
@FunctionalInterface
interface Names {

    /** No names: a file that is loaded into an empty catalogue refers only to its own records. */
    Names NONE = (kind, name) -> null;

    /** The primary key of the record with a kind and a name; null if there is none. */
    @Nullable Long find(String kind, String name);
}
