package dev.rangefinder.mutation;

import dev.rangefinder.transaction.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Explains violated constraints. Most rules are checked before anything is written; a concurrent change can still violate one. The
 * catalog of the database says what each constraint is about, so that there is no list of them to maintain.
 */
@ApplicationScoped
class Violations {

    /** Constraints and unique indexes by name; the columns of an expression are those that it reads. */
    private static final String DECLARED = """
            select c.contype, array(select a.attname::text from unnest(c.conkey) with ordinality k (number, place)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
                order by case c.contype when 'c' then k.number else k.place end)
            from pg_constraint c where c.conname = ? and c.connamespace = current_schema()::regnamespace and c.contype <> 't'
            union all
            select 't', array(select a.attname::text from pg_attribute a where a.attrelid = t.tgrelid and a.attnum = any (t.tgattr)
                order by a.attname like '%\\_id' desc, a.attnum)
            from pg_trigger t join pg_constraint c on c.oid = t.tgconstraint
            where c.conname = ? and c.connamespace = current_schema()::regnamespace and c.contype = 't'
            union all
            select 'u', array(select a.attname::text from pg_depend d
                join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                where d.objid = i.indexrelid and d.refobjid = i.indrelid and d.refobjsubid > 0 order by a.attnum)
            from pg_index i join pg_class n on n.oid = i.indexrelid
            where n.relname = ? and n.relnamespace = current_schema()::regnamespace and i.indisunique
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """;

    private final DataSource database;
    private final ExistingRecords existing;

    Violations(DataSource database, ExistingRecords existing) {
        this.database = database;
        this.existing = existing;
    }

    /** The violation of a rule of the catalogue among the causes of a failure; empty if there is none. */
    static Optional<DatabaseException> in(Throwable failure) {
        // Class 22 is data exceptions, 23 constraint violations, 54 exceeded limits, such as the size of an index entry
        return DatabaseException.in(failure).filter(cause -> cause.state().matches("(22|23|54).*"));
    }

    /** The error for a change that violates a rule of the catalogue. */
    ChangeError explain(ViolationException violation, Method mutation) {
        RequestedChange change = violation.change();
        return change == null
                ? unlocated(explain(violation.failure(), mutation))
                : change.locate(explain(violation.failure(), change.method()));
    }

    private static ChangeError unlocated(ChangeError error) {
        return error.with(new ErrorDetails(List.of("changes"), error.details().message()));
    }

    /** The error for the violation of a rule of the catalogue by a mutation. */
    ChangeError explain(DatabaseException failure, Method mutation) {
        RejectedRecordException rejected = failure instanceof RejectedRecordException record ? record : null;
        ServerErrorMessage message = messageOf(failure);
        if (message == null || message.getConstraint() == null && message.getColumn() == null) {
            String path = rejected == null ? "input" : rejected.path();
            return new InvalidField(ErrorDetails.at(path, "A value cannot be stored: it is too long or out of range."));
        }
        ChangeError error = constraint(message)
                .violation(new InputPath(mainTable(mutation), rejected), mutation.getReturnType() == Removal.class);
        return error instanceof AlreadyExists unidentified
                ? new AlreadyExists(unidentified.details(), existing.find(message))
                : error;
    }

    private static @Nullable ServerErrorMessage messageOf(DatabaseException failure) {
        return failure.failure() instanceof PSQLException postgresql ? postgresql.getServerErrorMessage() : null;
    }

    /** The table with the row that violates a rule; empty if it is unknown. */
    static String tableOf(DatabaseException failure) {
        ServerErrorMessage message = messageOf(failure);
        return message == null ? "" : Objects.requireNonNullElse(message.getTable(), "");
    }

    private Constraint constraint(ServerErrorMessage message) {
        String name = Objects.requireNonNullElse(message.getConstraint(), "the value is required");
        String table = Objects.requireNonNullElse(message.getTable(), "");
        if (message.getColumn() != null) {
            return new Constraint(name, 't', table, List.of(message.getColumn()));
        }
        return find(name, table);
    }

    /** The constraint with a name. */
    Constraint find(String name, String table) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(DECLARED)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                statement.setString(parameter, name);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Constraint(name, row.getString(1).charAt(0), table, columns(row.getArray(2)))
                        : new Constraint(name, 't', table, List.of());
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static List<String> columns(Array names) throws SQLException {
        return List.of((String[]) names.getArray());
    }

    /** The table of the record that a mutation returns; that of the whole catalogue if it returns none. */
    static String mainTable(Method mutation) {
        return Stream.of(mutation.getGenericReturnType())
                .filter(ParameterizedType.class::isInstance)
                .map(type -> ((Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0]).getSimpleName())
                .map(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
