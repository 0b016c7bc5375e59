package dev.rangefinder.catalogue;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Tests that begin with an empty catalogue: in the schema of the {@link LoadingProfile}. */
abstract class EmptyCatalogue {

    /** Clears the catalogue of the profile, which takes long even if there is nothing to clear. */
    static final String CLEAR = """
            do $$
            begin
                if exists (select from loading.citation union all select from loading.market
                           union all select from loading.brand union all select from loading.partnership) then
                    truncate loading.citation, loading.market, loading.brand, loading.partnership cascade;
                end if;
            end $$
            """;

    @Inject
    DataSource database;

    @BeforeEach
    void clear() throws SQLException {
        execute(CLEAR);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row of a query. */
    String value(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    long revision() throws SQLException {
        return Long.parseLong(value("select revision from catalogue"));
    }

    String export(ExportFormat format) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CatalogueSnapshot snapshot = CatalogueSnapshot.open(database)) {
            snapshot.write(format.writer(bytes));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
