package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Union;
import org.jspecify.annotations.Nullable;

/**
 * A row with a document that it is taken from. Entities name it themselves, and not only by their {@link Fact}, because SmallRye
 * looks for fields of a union at the classes that name it. No field leads to the union, so that it is not in the schema.
 */
@Union
public interface Cited {

    /** The key of the document; null when none is named. */
    @Nullable Long citationId();
}
