package dev.rangefinder.catalogue;

/** What an import does with records that have mistakes. */
public enum ImportPolicy {
    /** Nothing is imported if there is any mistake. */
    ALL,
    /** Records with mistakes are left out, and so are those that refer to them. */
    ROWS,
    /** Values and parts with mistakes are left out, and so are records that are invalid without them. */
    FIELDS
}
