package dev.rangefinder.catalogue;

import java.util.List;

/** A list of values or of records. */
record Listing(String path, int line, List<Part> items) implements Part {}
