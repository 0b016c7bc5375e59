package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A record has changed since the version that an input expects.
 *
 * @param id the record
 */
@Description("The record has changed since the version that the input expects.")
public record StaleVersion(
        @Ignore ErrorDetails details,
        @Ignore GlobalId id,

        @Description("The version of the record in the catalogue.")
        int currentVersion,

        @Description("The fields of the input whose value in the catalogue differs from the one in the input.")
        List<@NonNull String> differing,

        @Nullable @Description(
                "The properties that have changed since the version that the input expects, such as `homeMarket`. Null if it is no version of the record, or one from before its last 1 000 changes or before the oldest revision whose history is kept.")
        List<@NonNull String> changed)
        implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.STALE_VERSION;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public StaleVersion with(ErrorDetails details) {
        return new StaleVersion(details, id, currentVersion, differing, changed);
    }
}
