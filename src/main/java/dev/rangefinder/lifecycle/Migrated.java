package dev.rangefinder.lifecycle;

/**
 * The tables are those of this version, so that they can be filled. What observes this runs before anything is read, and
 * runs again when it failed because the database went away.
 */
public record Migrated() {}
