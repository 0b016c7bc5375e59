package dev.rangefinder.sql;

import java.util.Set;

/**
 * What an operation will read of the entities that it is about to ask for, so that nothing else needs to be fetched.
 *
 * @param entity the entities
 * @param properties their fields; the key is read in any case
 */
public record Wanted(Class<?> entity, Set<String> properties) {}
