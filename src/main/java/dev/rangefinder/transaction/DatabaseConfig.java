package dev.rangefinder.transaction;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;
import org.postgresql.Driver;

/** Where the database is. The pools of connections read these keys by themselves; here they are looked at before. */
@Unremovable
@ConfigMapping(prefix = "rangefinder.database")
public interface DatabaseConfig {

    /** The database, as a JDBC URL. */
    @WithConverter(Url.class)
    Optional<String> url();

    /** Its user. */
    Optional<String> username();

    /** The password of the user. */
    Optional<String> password();

    /** For how long a connection pooler in front of the database, and of its replicas, lends a session. */
    @WithDefault("session")
    PoolMode poolMode();

    /**
     * Whether statements are prepared in the database. Without a value they are, except through a pooler that lends sessions
     * for a transaction: not every one knows of them.
     */
    Optional<Boolean> preparedStatements();

    /** Passes on what the driver understands. */
    final class Url implements Converter<String> {

        private static final long serialVersionUID = 1;

        @Override
        public String convert(String value) {
            if (Driver.parseURL(value, null) == null) {
                throw new IllegalArgumentException("Expected a JDBC URL, such as jdbc:postgresql://host:5432/database");
            }
            return value;
        }
    }
}
