package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.market.Market;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.transaction.DatabaseException;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
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

    /** Whether the catalogue has no records. It uses plain JDBC, so that a start with a filled catalogue does not start Hibernate. */
    public boolean isEmpty() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(IS_EMPTY)) {
            result.next();
            return result.getBoolean(1);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * Loads a file if the catalogue is empty.
     *
     * @return the number of records of each kind that were loaded; empty when the catalogue already had records
     * @throws InvalidCatalogueException when the database rejects a record
     */
    @Transactional
    public Optional<String> load(CatalogueFile file) {
        // When several replicas start at once, one loads; the others wait here and then find its records.
        Panache.getEntityManager()
                .createNativeQuery("select revision from catalogue for update")
                .getResultList();
        Panache.getEntityManager()
                .createNativeQuery("select set_config('rangefinder.operation', 'import', true)")
                .getResultList();
        if (Citation.count() + Market.count() + Brand.count() + Partnership.count() > 0) {
            return Optional.empty();
        }
        Records records = new Records(file.name());
        new CatalogueWriter(records).write(file.content());
        records.checkConstraints();
        return Optional.of(records.summary());
    }
}
