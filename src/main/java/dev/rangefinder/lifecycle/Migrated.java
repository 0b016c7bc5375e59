package dev.rangefinder.lifecycle;

/**
 * The event that the tables have been migrated to this version and can be filled. Observers run before any operation, and run
 * again when they failed because the database became unavailable.
 */
public record Migrated() {}
