package dev.rangefinder.difference;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.OneOf;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@OneOf
@Input("MomentInput")
@Description("A moment of the catalogue: a revision, or a time.")
public record MomentInput(
        @Nullable @Description(
                "The revision of the catalogue, such as `catalogue.revision` of an earlier answer. The catalogue was empty at revision 0.")
        Integer revision,

        @Nullable @Description("A time, which stands for the revision that was current then.")
        Instant knownAt) {

    /** Checks that the revision can be one. */
    public MomentInput {
        if (revision != null && revision < 0) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "A `revision` must be 0 or greater.");
        }
    }
}
