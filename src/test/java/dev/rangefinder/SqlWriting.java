package dev.rangefinder;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that change the catalogue by SQL, each by a connection of its own. */
public abstract class SqlWriting {

    protected Writer writer;

    @BeforeEach
    void connect() throws SQLException {
        writer = new Writer();
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
    }

    /** The current revision of the catalogue. */
    protected int currentRevision() throws SQLException {
        int revision = (int) writer.revision();
        writer.rollback();
        return revision;
    }
}
