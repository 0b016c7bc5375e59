package dev.rangefinder.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The history that is needed to undo the change is not kept any more.")
public record HistoryPruned(
        @Ignore ErrorDetails details,

        @Description("The oldest revision whose history is kept.")
        int oldestRevision) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.HISTORY_PRUNED;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public HistoryPruned with(ErrorDetails changed) {
        return new HistoryPruned(changed, oldestRevision);
    }
}
