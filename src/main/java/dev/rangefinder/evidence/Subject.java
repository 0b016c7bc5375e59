package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Union;

/** A record that claims can be about: {@link Claim} has a foreign key to it. As with {@link Cited}, no field returns the union. */
@Union
public interface Subject {}
