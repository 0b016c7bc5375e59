package dev.rangefinder;

/**
 * An entry of the catalogue that a test has made.
 *
 * @param table where it is stored
 * @param key its identity in there
 * @param name its slug, code or key, where it has one
 */
public record Saved(String table, long key, String name) {}
