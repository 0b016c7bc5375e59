package dev.rangefinder.catalogue;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Creates the empty schema of the {@link LoadingProfile}. */
@Singleton
class LoadingSchema {

    private static final int BEFORE_PREPARATION = 100;

    void create(@Observes @Priority(BEFORE_PREPARATION) StartupEvent start, DataSource database) throws SQLException {
        Optional<String> searchPath = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", String.class);
        if (searchPath.filter(LoadingProfile.SEARCH_PATH::equals).isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // The extension must be in the schema that both search paths contain
            statement.execute("create extension if not exists pg_trgm schema public");
            statement.execute("drop schema if exists loading, loading_history cascade");
            statement.execute("create schema loading");
        }
    }
}
