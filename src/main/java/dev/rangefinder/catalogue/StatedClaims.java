package dev.rangefinder.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Session;
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
        return Panache.getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            int count = 0;
            for (SubjectTable table : statements.keySet()) {
                count += store(connection, table);
            }
            return count;
        });
    }

    private int store(Connection connection, SubjectTable table) throws SQLException {
        List<Statement> rows = statements.get(table);
        try (PreparedStatement insert = connection.prepareStatement(INSERT.formatted(table.table()))) {
            bind(insert, 1, "bigint", rows, Statement::subject);
            bind(insert, 2, "bigint", rows, Statement::citation);
            bind(insert, 3, "bigint", rows, Statement::speaker);
            bind(insert, 4, "text", rows, Statement::standing);
            bind(insert, 5, "text", rows, Statement::likelihood);
            bind(insert, 6, "text", rows, Statement::property);
            bind(insert, 7, "text", rows, Statement::remark);
            return insert.executeUpdate();
        }
    }

    private static void bind(
            PreparedStatement insert,
            int parameter,
            String type,
            List<Statement> rows,
            Function<Statement, @Nullable Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        insert.setArray(parameter, insert.getConnection().createArrayOf(type, values));
    }
}
