package dev.rangefinder.history;

import dev.rangefinder.change.KeptHistory;
import dev.rangefinder.filter.Filter;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.node.Node;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.relay.RunsSeveralStatements;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.ParentQuery;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The changes of the catalogue, and the history of each object. */
@GraphQLApi
public class HistoryApi {

    /** The entries of an object, the newest first. */
    private static final EntityTable<HistoryEntry> HISTORY =
            EntityTable.of(HistoryEntry.class, Order.descending(HistoryEntryOrderField.REVISION));

    /** All entries, in the order of commits. */
    public static final EntityTable<HistoryEntry> CHANGES =
            EntityTable.of(HistoryEntry.class, Order.ascending(HistoryEntryOrderField.REVISION));

    private static final String PROPERTIES = """
        select e.id, p.name, p.before, p.after
        from unnest(?::bigint[]) e (id)
        cross join lateral entry_properties(e.id) with ordinality p (name, before, after, place)
        order by e.id, p.place\
        """;

    /** Nanoseconds to compare the values of an entry. */
    private static final long COMPARISON = 500_000;

    private final Nodes nodes;
    private final KeptHistory kept;

    HistoryApi(Nodes nodes, KeptHistory kept) {
        this.nodes = nodes;
        this.kept = kept;
    }

    @Query
    @Description(
            "The changes of all objects, in the order in which they were committed by default. A client that continues after the last cursor misses no change and receives none twice. Fails with `HISTORY_PRUNED` if changes after `since`, or around a cursor, are not kept any more.")
    @RunsSeveralStatements
    public Connection<HistoryEntry> changes(
            @Nullable @Description("Returns only changes after this revision.") Integer since,
            PageRequest<HistoryEntryFilter, HistoryEntryOrderField> page) {
        Connection<HistoryEntry> changes = CHANGES.page(since == null ? page : after(since, page));
        if (since != null) {
            kept.requireAfter(since);
        }
        requireCursors(page, List.of(changes));
        return changes;
    }

    private static PageRequest<HistoryEntryFilter, HistoryEntryOrderField> after(
            int revision, PageRequest<HistoryEntryFilter, HistoryEntryOrderField> page) {
        HistoryEntryFilter later = new HistoryEntryFilter(RevisionFilter.after(revision), null);
        Filter<HistoryEntryFilter> filter =
                new Filter<>(later, page.filter() == null ? null : List.of(page.filter()), null, null);
        return new PageRequest<>(page.first(), page.after(), page.last(), page.before(), filter, page.orderBy());
    }

    @Description(
            "The changes of this object and of what links it to others, such as the brands of an event: the newest first by default. It begins with the oldest change that is kept.")
    @Reads({})
    @RunsSeveralStatements
    public List<Connection<HistoryEntry>> history(
            @Source List<? extends Node> objects, PageRequest<HistoryEntryFilter, HistoryEntryOrderField> page) {
        List<Keyed> rows = objects.stream().map(Keyed.class::cast).toList();
        String type = rows.get(0).getClass().getSimpleName();
        String key = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "Id";
        List<Connection<HistoryEntry>> pages = HISTORY.by(key).pages(rows, page);
        requireCursors(page, pages);
        return pages;
    }

    /**
     * A page beside a cursor whose entry has been pruned could lack entries between them. If all pages have failed, it is a cursor of
     * none of them.
     */
    private void requireCursors(PageRequest<?, ?> page, List<Connection<HistoryEntry>> pages) {
        kept.read();
        if (pages.stream().anyMatch(read -> read.failure() == null)) {
            Stream.of(Optional.ofNullable(page.after()), Optional.ofNullable(page.before()))
                    .flatMap(Optional::stream)
                    .forEach(cursor -> kept.requireAfter(RevisionFilter.lastWholeRevision(Cursor.keyOf(cursor))));
        }
    }

    @Nullable @Description("The object. Null if it has been removed.")
    @Reads({"type", "nodeKey"})
    public List<Node> node(@Source List<HistoryEntry> entries) {
        return nodes.find(entries.stream()
                .map(entry -> new GlobalId(entry.type, entry.nodeKey))
                .toList());
    }

    @Description("The properties that the change set, changed or removed. Properties that others derive, such as"
            + " the standing, are among them.")
    @Reads({})
    public List<List<@NonNull PropertyChange>> properties(@Source List<HistoryEntry> entries) {
        long[] keys = entries.stream().mapToLong(entry -> entry.key).distinct().toArray();
        return ParentQuery.of(PROPERTIES, List.of(keys), keys.length * COMPARISON, entries, PropertyChange::read);
    }
}
