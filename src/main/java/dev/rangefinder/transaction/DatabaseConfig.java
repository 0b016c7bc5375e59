package dev.rangefinder.transaction;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;
import org.postgresql.Driver;

/** The address of the database. The connection pools read these keys themselves; this mapping validates them first. */
@Unremovable
@ConfigMapping(prefix = "rangefinder.database")
public interface DatabaseConfig {

    /** The JDBC URL. */
    @WithConverter(Url.class)
    Optional<String> url();

    /** The user name. */
    Optional<String> username();

    /** The password of the user. */
    Optional<String> password();

    /** The pool mode of the connection pooler in front of the database and its replicas. */
    @WithDefault("session")
    PoolMode poolMode();

    /**
     * Whether statements are prepared on the server. By default they are, except with {@link PoolMode#TRANSACTION}: not every
     * pooler supports prepared statements in that mode.
     */
    Optional<Boolean> preparedStatements();

    /** Accepts the URLs that the driver can parse. */
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
