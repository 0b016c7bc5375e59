package dev.rangefinder.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims that state stored values, one for each. The database has the texts of the values, so that it makes the claims from
 * them, in one statement for each table.
 */
final class StatedClaims {

    private static final String INSERT = """
        insert into claim (source_id, spoken_by_id, standing, likelihood, property, value, remark, %1$s_id)
        select s.source_id, s.spoken_by_id, s.standing, s.likelihood, v.property, v.value, s.remark, v.id
        from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
            s (id, source_id, spoken_by_id, standing, likelihood, property, remark, place)
        join %1$s_value v on v.id = s.id and (v.property = s.property or s.property is null)
        order by s.place, v.property, v.value
        """;

    private static final ArrayColumns<Statement> COLUMNS = new ArrayColumns<Statement>()
            .of("bigint", Statement::subject)
            .of("bigint", Statement::citation)
            .of("bigint", Statement::speaker)
            .of("text", Statement::standing)
            .of("text", Statement::likelihood)
            .of("text", Statement::property)
            .of("text", Statement::remark);

    private final Map<SubjectTable, List<Statement>> statements = new EnumMap<>(SubjectTable.class);

    /**
     * What a citation states about a record.
     *
     * @param property the property whose values it states; null for all
     */
    record Statement(
            Long subject,
            Long citation,
            @Nullable Long speaker,
            String standing,
            String likelihood,
            @Nullable String property,
            @Nullable String remark) {}

    void add(SubjectTable table, Statement statement) {
        statements.computeIfAbsent(table, first -> new ArrayList<>()).add(statement);
    }

    /** Stores the claims, and returns their number. */
    int store() {
        Panache.flush();
        return statements.entrySet().stream()
                .mapToInt(rows -> COLUMNS.insert(INSERT.formatted(rows.getKey().table()), rows.getValue()))
                .sum();
    }
}
