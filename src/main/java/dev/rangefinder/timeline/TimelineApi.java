package dev.rangefinder.timeline;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.node.Node;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.relay.RunsSeveralStatements;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.ParentQuery;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The timelines of partnerships and brands. */
@GraphQLApi
public class TimelineApi {

    private static final EntityTable<TimelineEntry> ENTRIES =
            EntityTable.of(TimelineEntry.class, Order.ascending(TimelineEntryOrderField.ON));

    private static final Relation<Partnership, TimelineEntry, Connection<TimelineEntry>> OF_PARTNERSHIP =
            ENTRIES.by(TimelineEntry_.OF_PARTNERSHIP_ID);

    private static final Relation<Brand, TimelineEntry, Connection<TimelineEntry>> OF_BRAND =
            ENTRIES.by(TimelineEntry_.OF_BRAND_ID);

    /** The claims about the properties of entries, and the claims that are entries themselves: at most 100 for each. */
    private static final String EVIDENCE = """
        select e.id, c.id
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
            ?::text[]) e (id, partnership, member, device, launch, figure, event, claim, property)
        cross join lateral (
            select id, weight from claim where partnership_id = e.partnership and property = e.property and e.claim = 0
            union all
            select id, weight from claim where member_id = e.member and property = e.property
            union all
            select id, weight from claim where device_id = e.device and property = e.property and e.claim = 0
            union all
            select id, weight from claim where launch_id = e.launch and property = e.property and e.claim = 0
            union all
            select id, weight from claim where figure_id = e.figure and property = e.property and e.claim = 0
            union all
            select id, weight from claim where event_id = e.event and property = e.property and e.claim = 0
            union all
            select id, weight from claim where id = e.claim
            order by weight, id limit 100) c
        order by 1, c.weight, c.id\
        """;

    private final Nodes nodes;

    TimelineApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Name("timeline")
    @Description("All dated facts about the partnership, its members and its devices, the earliest first by default.")
    @Reads({})
    public List<Connection<TimelineEntry>> ofPartnership(
            @Source List<Partnership> partnerships, PageRequest<TimelineEntryFilter, TimelineEntryOrderField> page) {
        return OF_PARTNERSHIP.pages(partnerships, page);
    }

    @Name("timeline")
    @Description(
            "All dated facts about the brand, its partnerships and the devices that carry its work, the earliest first by default.")
    @Reads({})
    public List<Connection<TimelineEntry>> ofBrand(
            @Source List<Brand> brands, PageRequest<TimelineEntryFilter, TimelineEntryOrderField> page) {
        return OF_BRAND.pages(brands, page);
    }

    @Description("The object that the entry is about.")
    public List<Node> subject(@Source List<TimelineEntry> entries) {
        return nodes.find(entries.stream().map(TimelineEntry::subject).toList());
    }

    @RunsSeveralStatements
    @Description("The claims that the entry is based on, the strongest first: at most 100.")
    public List<List<@NonNull Claim>> claims(@Source List<TimelineEntry> entries) {
        List<TimelineEntry> distinct = List.copyOf(entries.stream()
                .collect(Collectors.toMap(entry -> entry.key, entry -> entry, (one, same) -> one))
                .values());
        List<Object> parameters = Stream.<Function<TimelineEntry, @org.jspecify.annotations.Nullable Long>>of(
                        entry -> entry.key,
                        entry -> entry.partnershipId,
                        entry -> entry.memberId,
                        entry -> entry.deviceId,
                        entry -> entry.launchId,
                        entry -> entry.figureId,
                        entry -> entry.eventId,
                        entry -> entry.claimId)
                .map(key -> (Object) keys(distinct, key))
                .collect(Collectors.toCollection(ArrayList::new));
        parameters.add(distinct.stream().map(entry -> entry.property).toArray(String[]::new));
        List<List<Long>> found = ParentQuery.of(EVIDENCE, parameters, entries, ResultSet::getLong);
        Map<Long, Claim> claims = EvidenceApi.CLAIMS.byKey(
                found.stream().flatMap(List::stream).distinct().toList());
        return found.stream()
                .map(keys -> keys.stream().map(claims::get).toList())
                .toList();
    }

    /** The keys of entries; 0 is the key of nothing. */
    private static long[] keys(
            List<TimelineEntry> entries, Function<TimelineEntry, @org.jspecify.annotations.Nullable Long> key) {
        return entries.stream()
                .map(key)
                .mapToLong(found -> found == null ? 0 : found)
                .toArray();
    }
}
