package dev.rangefinder.evidence;

import dev.rangefinder.filter.BooleanFilter;
import dev.rangefinder.filter.Filter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.relay.RunsSeveralStatements;
import dev.rangefinder.store.ParentQuery;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/** Explains the values of records by the claims about them. */
@GraphQLApi
public class ExplanationApi {

    /** Values, and names, which need no evidence; then the number of sources on each side. */
    private static final String STATEMENT = """
        select v.id, null::boolean, string_agg(v.value, ', ' order by v.value), null::bigint, null::bigint
        from (select id, value from %1$s_value where id = any (?) and property = ?
              union all
              select id, to_jsonb(t) ->> ? from %1$s t where id = any (?) and ? in ('slug', 'code', 'name', 'text')) v
        group by v.id
        union all
        select c.%1$s_id, c.supports, null, count(distinct r.id),
            count(distinct c.source_id) filter (where is_paid_by_party(c))
        from claim c cross join lateral roots(c.source_id) r (id)
        where c.%1$s_id = any (?) and c.property = ?
        group by c.%1$s_id, c.supports\
        """;

    /** The value of a property, if {@code supports} is null, or else the sources of one side. */
    private record Line(
            @Nullable Boolean supports, @Nullable String value, int sources, int paid) {

        static Line of(ResultSet row, int first) throws SQLException {
            boolean supports = row.getBoolean(first);
            return new Line(
                    row.wasNull() ? null : supports,
                    row.getString(first + 1),
                    row.getInt(first + 2),
                    row.getInt(first + 3));
        }
    }

    @RunsSeveralStatements
    @Description("Explains the value of a property by the claims for and against it.")
    @Reads({})
    public List<Explanation> explain(
            @Source List<? extends Subject> subjects,
            @Description(
                            "The property, such as `releasedOn`. It can be one for which there are only claims, such as `motive`.")
                    String property) {
        List<Keyed> rows = subjects.stream().map(Keyed.class::cast).toList();
        Class<? extends Keyed> type = rows.get(0).getClass();
        long[] keys = rows.stream().mapToLong(row -> row.key).distinct().toArray();
        List<List<Line>> lines = ParentQuery.of(
                STATEMENT.formatted(Subjects.tableOf(type)),
                List.of(keys, property, property, keys, property, keys, property),
                rows,
                Line::of);
        List<Connection<Claim>> supporting = claims(type, rows, property, true);
        List<Connection<Claim>> opposing = claims(type, rows, property, false);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Explanation(
                        property,
                        lines.get(i).stream()
                                .map(Line::value)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        evidence(lines.get(i), true, supporting.get(i)),
                        evidence(lines.get(i), false, opposing.get(i))))
                .toList();
    }

    private static List<Connection<Claim>> claims(
            Class<? extends Keyed> type, List<Keyed> rows, String property, boolean supports) {
        ClaimFilter criteria = new ClaimFilter(
                new TextFilter(property, null, null, null, null, null),
                null,
                null,
                null,
                null,
                null,
                new BooleanFilter(supports, null),
                null,
                null);
        Filter<ClaimFilter> filter = new Filter<>(criteria, null, null, null);
        return Subjects.<Keyed>claimsAbout(type)
                .pages(rows, new PageRequest<>(PageRequest.MAXIMUM, null, null, null, filter, null));
    }

    private static Evidence evidence(List<Line> lines, boolean supports, Connection<Claim> claims) {
        Line side = lines.stream()
                .filter(line -> Boolean.valueOf(supports).equals(line.supports))
                .findFirst()
                .orElse(new Line(supports, null, 0, 0));
        return new Evidence(side.sources, side.paid, claims.getNodes());
    }
}
