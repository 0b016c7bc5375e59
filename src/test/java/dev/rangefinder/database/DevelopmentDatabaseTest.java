package dev.rangefinder.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.DatabaseResource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentDatabaseTest {

    private static final String DATABASE = "configured";

    @TempDir
    Path directory;

    @Test
    void configuredDatabaseIsNeverEmptied() throws Exception {
        Path founding = Files.writeString(directory.resolve("founding.yaml"), "before");
        String url = DatabaseResource.url().replaceFirst("/[^/?]*(\\?|$)", "/" + DATABASE + "$1");
        Config config = new SmallRyeConfigBuilder()
                .withDefaultValue("rangefinder.database.url", url)
                .withDefaultValue("rangefinder.catalogue.file", founding.toString())
                .build();
        execute(DatabaseResource.url(), "drop database if exists " + DATABASE, "create database " + DATABASE);
        execute(url, "create table citation ()", "create table market ()", "create table partnership ()");
        execute(url, "create table brand as select 'leica' as slug");

        DevelopmentDatabase.provide(config);
        Files.writeString(founding, "after");
        DevelopmentDatabase.provide(config);

        assertNull(System.getProperty("rangefinder.database.url"));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet brands = statement.executeQuery("select count(*) from brand")) {
            assertTrue(brands.next());
            assertEquals(1, brands.getInt(1));
        }
        execute(DatabaseResource.url(), "drop database " + DATABASE);
    }

    private static void execute(String url, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
