package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.jspecify.annotations.Nullable;

/**
 * What a change has done.
 *
 * @param node the record that it has added or revised; null for a removal
 * @param removal the record that it has removed; null for any other change
 */
@RegisterForReflection // the engine calls its methods
@Description("What one of several changes has done.")
public record AppliedChange(
        @Ignore @Nullable GlobalId node, @Ignore @Nullable GlobalId removal) {

    private static final char REMOVED = '-';

    /** Parses what {@link #toString} returns. */
    static AppliedChange parse(String text) {
        return text.charAt(0) == REMOVED
                ? new AppliedChange(null, GlobalId.decode(text.substring(1)))
                : new AppliedChange(GlobalId.decode(text), null);
    }

    @io.smallrye.graphql.api.Nullable @Id
    @Description("The ID that the removed record had. Null if the change is no removal.")
    public @Nullable String getRemoved() {
        return removal == null ? null : removal.encoded();
    }

    @Override
    public String toString() {
        return node == null ? REMOVED + removal.encoded() : node.encoded();
    }
}
