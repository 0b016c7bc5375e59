package dev.rangefinder.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Provides dev mode with an embedded PostgreSQL server unless a database is configured. System properties survive live reloads,
 * and so do the server and its data. When the founding catalogue has changed, the data is deleted so that the service loads the
 * file again. A configured database is never changed.
 */
public final class DevelopmentDatabase {

    private static final Logger LOG = Logger.getLogger(DevelopmentDatabase.class);

    private static final String URL = "rangefinder.database.url";
    private static final String FILE = "rangefinder.catalogue.file";
    private static final String BUNDLED = "catalogue/founding.yaml";

    /** The system property with the digest of the loaded file. It is not set when a database is configured. */
    private static final String LOADED = "dev.rangefinder.database.loaded";

    /** All other records belong to these. The tables do not exist when the migrations failed. */
    private static final String EMPTY = """
            do $$
            begin
                if to_regclass('brand') is not null then
                    truncate citation, market, brand, partnership cascade;
                end if;
            end
            $$
            """;

    private DevelopmentDatabase() {}

    /** Starts a server at the first start of the service, and empties it when the founding catalogue has changed. */
    public static void provide(Config config) {
        String founding = digest(config.getOptionalValue(FILE, Path.class));
        if (System.getProperty(LOADED) == null
                && config.getOptionalValue(URL, String.class).isPresent()) {
            return;
        }
        String loaded = System.setProperty(LOADED, founding);
        if (loaded == null) {
            System.setProperty(URL, EmbeddedDatabase.start());
        } else if (!loaded.equals(founding)) {
            LOG.info("The founding catalogue has changed and is loaded again");
            empty(System.getProperty(URL));
        }
    }

    private static void empty(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue cannot be emptied", e);
        }
    }

    private static String digest(Optional<Path> file) {
        try (InputStream content = file.isPresent() ? Files.newInputStream(file.get()) : bundled()) {
            return Integer.toHexString(Arrays.hashCode(content.readAllBytes()));
        } catch (IOException e) {
            return "none"; // the start fails and reports it
        }
    }

    private static InputStream bundled() {
        InputStream bundled = Thread.currentThread().getContextClassLoader().getResourceAsStream(BUNDLED);
        return bundled == null ? InputStream.nullInputStream() : bundled;
    }
}
