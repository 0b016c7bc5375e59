package dev.rangefinder.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes in staged records, and what is left out because of them. */
final class StagedMistakes {

    private static final String MISTAKES =
            "select path, line, source from staged where shape = 'mistake' order by line, record, part limit 1000";

    private static final String REJECTED_ROW = """
        insert into staged (record, part, parent, owner, shape, path, line, source)
        select coalesce(s.record, 0), coalesce(s.part, 0), 0, '', 'mistake', coalesce(s.path, ''), coalesce(s.line, 0), w.source
        from (values (?, ?, ?)) w (shape, id, source)
        left join (select * from staged join staged_target using (part)) s on s.shape = w.shape and s.id = w.id
        returning record
        """;

    private static final String REJECT = """
        update staged set shape = 'rejected'
        where shape not in ('mistake', 'ignored', 'rejected')
            and record in (select m.record from staged m where m.shape = 'mistake')
        """;

    private final Connection connection;

    StagedMistakes(Connection connection) {
        this.connection = connection;
    }

    private long execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    /** Leaves out the records that have mistakes, and returns the number of their rows. */
    long reject() throws SQLException {
        return execute(REJECT);
    }

    /** Leaves out a record. */
    void leaveOut(long record) throws SQLException {
        execute("update staged set shape = 'rejected' where shape not in ('mistake', 'ignored') and record = "
                + record);
    }

    /** Removes a record, but keeps its mistakes as those of values that are left out. Returns the number of the last row. */
    long ignore(long record) throws SQLException {
        execute("delete from staged where shape not in ('mistake', 'ignored') and record = " + record);
        execute("update staged set shape = 'ignored' where shape = 'mistake' and record = " + record);
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("select max(part) from staged");
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Stages the mistake that the database rejects a record.
     *
     * @param row the row that the record would have been stored in; null when it is unknown
     * @return whether the record is known
     */
    boolean reject(String reason, Rejection.@Nullable Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REJECTED_ROW)) {
            statement.setString(1, row == null ? "" : row.table());
            statement.setLong(2, row == null ? 0 : row.id());
            statement.setString(3, new StagedJson().mistake(Mistake.ofFile(MistakeCode.REJECTED_BY_DATABASE, reason)));
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getLong(1) > 0;
        }
    }

    /** The first mistakes, in the order of their lines. */
    List<Mistake> first() throws SQLException {
        List<Mistake> mistakes = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(MISTAKES);
            while (row.next()) {
                mistakes.add(StagedJson.mistake(row.getString(1), row.getInt(2), row.getString(3)));
            }
        }
        return mistakes;
    }
}
