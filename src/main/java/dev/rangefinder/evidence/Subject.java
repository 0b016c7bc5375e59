package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Union;

/** A row that claims can be about: {@link Claim} has a foreign key for it. No field leads to the union, as with {@link Cited}. */
@Union
public interface Subject {}
