package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.ImportProgress.State;
import dev.rangefinder.transaction.Author;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Loads a file into an empty catalogue, in one transaction. */
@ApplicationScoped
public class CatalogueLoader {

    // Every other record refers to one of these tables.
    private static final String IS_EMPTY = """
        select not (exists (select from citation) or exists (select from market)
                    or exists (select from brand) or exists (select from partnership))
        """;

    private final DataSource connections;

    public CatalogueLoader(DataSource connections) {
        this.connections = connections;
    }

    /** Whether the catalogue has no records. */
    public boolean isEmpty() {
        try (Connection connection = connections.getConnection()) {
            return isEmpty(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(IS_EMPTY)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    /**
     * Loads a file if the catalogue is empty.
     *
     * @return the number of records of each kind that were loaded; empty when the catalogue already had records
     * @throws InvalidCatalogueException with the mistakes in the file
     */
    public Optional<String> load(CatalogueFile file) {
        try (Connection connection = connections.getConnection();
                ImportTransaction transaction = ImportTransaction.begin(connection, Author.DATABASE_ROLE)) {
            // When several replicas start at once, one loads; the others wait here and then find its records.
            transaction.execute(Importer.AWAIT_OTHERS);
            if (!isEmpty(connection)) {
                return Optional.empty();
            }
            String summary = load(file, connection);
            transaction.commit();
            return Optional.of(summary);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static String load(CatalogueFile file, Connection connection) throws SQLException {
        Import load = new Import(connection, ImportPolicy.ALL, new ImportProgress());
        try (InputStream yaml = file.content().open()) {
            load.stage(new YamlSource(yaml));
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw unreadable(file, "the file does not exist");
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, "the file cannot be read: " + e);
        }
        if (load.apply(false) != State.COMMITTED) {
            throw new InvalidCatalogueException(file.name(), load.mistakes());
        }
        return load.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static InvalidCatalogueException unreadable(CatalogueFile file, String reason) {
        return new InvalidCatalogueException(file.name(), List.of(Mistake.ofFile(MistakeCode.UNREADABLE_FILE, reason)));
    }
}
