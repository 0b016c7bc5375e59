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
 * Gives dev mode a PostgreSQL server of its own unless one has been configured. System properties outlive a live reload,
 * hence the server and its data do, too. When the file of the founding catalogue has changed, the data goes, so that the
 * service loads the file again; a database that was configured is left alone.
 */
public final class DevelopmentDatabase {

    private static final Logger LOG = Logger.getLogger(DevelopmentDatabase.class);

    private static final String URL = "rangefinder.database.url";
    private static final String FILE = "rangefinder.catalogue.file";
    private static final String BUNDLED = "catalogue/founding.yaml";

    /** The content of the file that was loaded. There is none with a database that was configured. */
    private static final String LOADED = "dev.rangefinder.database.loaded";

    /** Everything else belongs to a record of one of these. Nothing is there when not even the migrations succeeded. */
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

    /** Starts a server with the first start of the service, and empties it when it is to be filled again. */
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
            LOG.info("The founding catalogue has changed, and is loaded again");
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
            return "none"; // the start fails, and says so
        }
    }

    private static InputStream bundled() {
        InputStream bundled = Thread.currentThread().getContextClassLoader().getResourceAsStream(BUNDLED);
        return bundled == null ? InputStream.nullInputStream() : bundled;
    }
}
