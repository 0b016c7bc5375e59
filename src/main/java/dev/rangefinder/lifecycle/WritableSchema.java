package dev.rangefinder.lifecycle;

import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Checks that this version knows all columns of its tables that need a value, because it could not add rows otherwise. */
final class WritableSchema {

    private static final String REQUIRED = """
            select relname, attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where relnamespace = current_schema::regnamespace and relkind = 'r' and relname = any (?)
                and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = ''
            order by relname, attnum
            """;

    private final Instance<SessionFactory> entities;

    WritableSchema(Instance<SessionFactory> entities) {
        this.entities = entities;
    }

    /** The first column that needs a value and that this version does not know; empty when there is none. */
    Optional<String> unknownIn(DataSource database) throws SQLException {
        Map<String, Set<String>> known = known();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REQUIRED)) {
            statement.setArray(
                    1, connection.createArrayOf("text", known.keySet().toArray()));
            try (ResultSet column = statement.executeQuery()) {
                while (column.next()) {
                    if (!known.get(column.getString(1)).contains(column.getString(2))) {
                        return Optional.of("column [" + column.getString(2) + "] in table [" + column.getString(1)
                                + "] needs a value that this version does not know");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The columns of each table that an entity maps or that is read without one. */
    private Map<String, Set<String>> known() {
        Map<String, Set<String>> columns = new TreeMap<>();
        entities.get()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> entity.forEachSelectable((index, column) -> columns.computeIfAbsent(
                                column.getContainingTableExpression(), table -> new TreeSet<>())
                        .add(column.getSelectionExpression())));
        ReadableSchema.UNMAPPED_COLUMNS.forEach((table, unmapped) ->
                columns.computeIfAbsent(table, other -> new TreeSet<>()).addAll(unmapped));
        return columns;
    }
}
