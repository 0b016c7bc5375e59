package dev.rangefinder.transaction;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;

/** Databases and connection pools for tests. */
public final class TestDatabase {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private TestDatabase() {}

    /** Contexts that read a database. */
    public static ReadContexts reads(DataSource database) {
        return reads(database, PoolMode.SESSION);
    }

    /** Contexts that read a database in a pool mode. */
    static ReadContexts reads(DataSource database, PoolMode mode) {
        return reads(database, database, mode);
    }

    /** Contexts that read a database, and another pool of its connections as of moments. */
    public static ReadContexts reads(DataSource database, DataSource asOf) {
        return reads(database, asOf, PoolMode.SESSION);
    }

    private static ReadContexts reads(DataSource database, DataSource asOf, PoolMode mode) {
        ReadTargets targets = new ReadTargets(database, asOf, Replica.none(), RevisionWait.none());
        return new ReadContexts(targets, new SessionSettings(mode, DEADLINE), table -> 1_000);
    }

    /** Connections to a database as operations use them, which keep the statements of many documents. */
    public static AgroalDataSource reading(AgroalDataSource database) {
        String statements = "prepareThreshold=1&preparedStatementCacheQueries=2000&preparedStatementCacheSizeMiB=64";
        return pool(with(url(database), statements), 4, SessionSettings.initialSql(DEADLINE));
    }

    /** Connections to a database that read it as of moments. */
    public static AgroalDataSource asOf(AgroalDataSource database) {
        return pool(with(url(database), "prepareThreshold=1"), 4, SessionSettings.initialSqlAsOf(DEADLINE));
    }

    private static String url(AgroalDataSource database) {
        return database.getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
    }

    /** Contexts that read a database that does not exist. */
    public static ReadContexts absent() {
        return reads(pool("jdbc:postgresql://127.0.0.1:1/nowhere", 1));
    }

    /** The failure of an operation that has exhausted its database time. */
    public static DatabaseException exhausted() {
        return new ExhaustedException(new SQLException("cancelled", "57014"));
    }

    /** Connections to the database of the service. */
    public static AgroalDataSource ofService(int connections) {
        return pool(url(), connections);
    }

    /** One connection as operations use it, directly or through a pooler. */
    static AgroalDataSource ofReaders(PoolMode mode) {
        boolean configured = mode == PoolMode.SESSION;
        return pool(
                with(url(), "assumeMinServerVersion=14&prepareThreshold=" + (configured ? 1 : 0)),
                1,
                configured ? SessionSettings.initialSql(DEADLINE) : "");
    }

    private static String with(String url, String parameters) {
        return url + (url.contains("?") ? '&' : '?') + parameters;
    }

    /** The text that a query selects. */
    public static String text(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("rangefinder.database.url", String.class);
    }

    /** A new database with all tables, filled by scripts from the class path. */
    public static AgroalDataSource filled(String name, String settings, String... scripts) throws SQLException {
        AgroalDataSource database = migrated(name);
        fill(database, settings, scripts);
        return database;
    }

    /** A new database with all tables. */
    public static AgroalDataSource migrated(String name) throws SQLException {
        String url = url();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        AgroalDataSource database = of(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** Runs scripts from the class path in one transaction. */
    public static void fill(DataSource database, String settings, String... scripts) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(settings);
            for (String script : scripts) {
                statement.execute(text(script));
            }
            connection.commit();
        }
    }

    /** Connections to the database with a URL. */
    public static AgroalDataSource of(String url) {
        return pool(url, 4);
    }

    private static AgroalDataSource pool(String url, int connections) {
        return pool(url, connections, "");
    }

    private static AgroalDataSource pool(String url, int connections, String atConnect) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .metricsEnabled(false)
                    .connectionPoolConfiguration(pool -> pool.maxSize(connections)
                            .exceptionSorter(new PostgreSQLExceptionSorter()) // as in the service
                            .connectionFactoryConfiguration(
                                    factory -> factory.jdbcUrl(url).initialSql(atConnect))));
        } catch (SQLException e) {
            throw new IllegalStateException("No pool for " + url, e);
        }
    }

    private static String text(String resource) {
        try (InputStream script = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
