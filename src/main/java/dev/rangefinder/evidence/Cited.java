package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Union;
import org.jspecify.annotations.Nullable;

/**
 * A record that is taken from a document. Each entity implements this interface directly, although {@link Fact} does too, because
 * SmallRye adds the fields of a union only to classes that declare it. No field returns the union, so it is not in the schema.
 */
@Union
public interface Cited {

    /** The primary key of the citation; null when the record cites none. */
    @Nullable Long citationId();
}
