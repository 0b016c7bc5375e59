package dev.rangefinder.feed;

import dev.rangefinder.change.CatalogueApi;
import dev.rangefinder.change.KeptHistory;
import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.history.HistoryApi;
import dev.rangefinder.history.HistoryEntry;
import dev.rangefinder.history.RevisionFilter;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.store.Reads;
import dev.rangefinder.transaction.DatabaseException;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The changes of the catalogue, as they are committed. */
@GraphQLApi
public class FeedApi {

    private static final Revision NONE = new Revision(0, 0);

    private final Feed feed;
    private final FeedReader reader;
    private final Nodes nodes;
    private final KeptHistory kept;

    FeedApi(Feed feed, FeedReader reader, Nodes nodes, KeptHistory kept) {
        this.feed = feed;
        this.reader = reader;
        this.nodes = nodes;
        this.kept = kept;
    }

    @Subscription
    @Description(
            "The changes of all objects: first those that the client has missed, then each as it is committed, in the same order as `changes`. A client that subscribes again after the last cursor misses no change and receives none twice. Without `since` and `after`, changes from now on.")
    public Multi<@NonNull CatalogueChange> catalogueChanged(
            @Nullable @Description("Starts after this revision.") Integer since,
            @Nullable @Description("Starts after this cursor, whatever `since` is.") String after,
            @Nullable @Description("Returns only changes that match this filter.") CatalogueChangeFilter filter) {
        FeedFilter compiled = FeedFilter.of(filter, nodes);
        Flow.Publisher<CatalogueChange> events = feed.after(start(since, after), compiled);
        return Multi.createFrom().safePublisher(events);
    }

    private FeedCursor start(@Nullable Integer since, @Nullable String after) {
        if (after != null) {
            FeedCursor cursor = FeedCursor.decode(after);
            newestAfter(cursor.revision());
            return cursor;
        }
        int now = CatalogueApi.revision();
        int revision = since == null ? now : since;
        // The revision that the operation reads may be that of a replica, which lags.
        if (revision < 0 || revision > now && revision > newestAfter(NONE).number()) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "There is no revision " + revision + ": the catalogue is at revision " + now + '.');
        }
        kept.requireAfter(revision);
        Revision known = revision < kept.oldest() ? NONE : new Revision(revision, 0);
        return new FeedCursor(RevisionFilter.lastKey(revision), known);
    }

    private Revision newestAfter(Revision known) {
        try {
            return reader.newestAfter(known);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Description("The change itself, with everything as it was known at its revision.")
    @Reads({})
    public List<HistoryEntry> entry(@Source List<CatalogueChange> changes) {
        return HistoryApi.CHANGES.named(
                changes.stream().map(CatalogueChange::key).toList());
    }
}
