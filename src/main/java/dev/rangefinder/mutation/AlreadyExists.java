package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue has a record that excludes the one of the input.
 *
 * @param id the record; null when it is unknown
 */
@Description("The catalogue has such a record already.")
public record AlreadyExists(
        @Ignore ErrorDetails details, @Ignore @Nullable GlobalId id) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.ALREADY_EXISTS;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public AlreadyExists with(ErrorDetails changed) {
        return new AlreadyExists(changed, id);
    }
}
