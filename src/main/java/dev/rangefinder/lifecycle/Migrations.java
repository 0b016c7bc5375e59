package dev.rangefinder.lifecycle;

import io.quarkus.flyway.runtime.QuarkusFlywayResourceProvider;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;

/**
 * The migrations of this version. They are found, and their checksums computed, when this class is initialized: in a native
 * executable at build time.
 */
final class Migrations {

    private static final String LOCATION = "db/migration";
    private static final List<String> SCRIPTS = scripts();

    /** The checksum by version, as in Flyway's history of a database. */
    static final Map<String, Integer> CHECKSUMS =
            resources().collect(Collectors.toUnmodifiableMap(Migrations::version, ChecksumCalculator::calculate));

    private static final int UNLIMITED = -1;

    /** Lets migrations find the operator classes of pg_trgm when the extension is in another schema. */
    private static final String ADD_TRIGRAMS_TO_SEARCH_PATH = """
            do $$ begin
                perform set_config('search_path', current_setting('search_path') || ', ' || quote_ident(nspname), false)
                from pg_extension join pg_namespace n on n.oid = extnamespace
                where extname = 'pg_trgm' and nspname <> all (current_schemas(true));
            end $$\
            """;

    private Migrations() {}

    private static List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths(
                    Migrations.class.getClassLoader(), LOCATION, folder -> addAll(folder, scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(scripts);
    }

    private static void addAll(Path folder, List<String> scripts) {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> scripts.add(LOCATION + '/' + file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<LoadableResource> resources() {
        ClassLoader loader = Migrations.class.getClassLoader();
        return SCRIPTS.stream().map(script -> new ClassPathResource(null, script, loader, StandardCharsets.UTF_8));
    }

    /** The version of {@code V4__Serve_filters_and_orders.sql} is 4. */
    private static String version(LoadableResource script) {
        return script.getFilename()
                .substring(1, script.getFilename().indexOf("__"))
                .replace('_', '.');
    }

    /** Flyway with these migrations. The history of the database may also contain migrations of later versions. */
    static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .resourceProvider(new QuarkusFlywayResourceProvider(resources().toList()))
                .javaMigrationClassProvider(List::of)
                .ignoreMigrationPatterns("*:future", "*:pending", "repeatable:missing")
                // Another replica may take any time to migrate, and waiting for it is not a failure.
                .lockRetryCount(UNLIMITED)
                .initSql(ADD_TRIGRAMS_TO_SEARCH_PATH)
                .load();
    }
}
