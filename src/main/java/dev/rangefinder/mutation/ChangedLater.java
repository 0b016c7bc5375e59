package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A later revision depends on a change that is to be undone.
 *
 * @param id the record that it changed
 */
@Description("A later revision changed a record in a way that depends on the change that was to be undone.")
public record ChangedLater(
        @Ignore ErrorDetails details,
        @Ignore GlobalId id,

        @Description("The later revision.") int revision) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.CHANGED_LATER;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Id
    @Description("The ID of the record, which may not exist any more.")
    public String getRecordId() {
        return GlobalId.encode(id.type(), id.key());
    }

    @Override
    public ChangedLater with(ErrorDetails changed) {
        return new ChangedLater(changed, id, revision);
    }
}
