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

/** Loads a file into the catalogue while that is empty: all of the file in one transaction, or nothing. */
@ApplicationScoped
public class CatalogueLoader {

    // Everything else needs a record of one of these, so that these tell whether there is anything at all.
    private static final String IS_EMPTY = """
        select not (exists (select from citation) or exists (select from market)
                    or exists (select from brand) or exists (select from partnership))
        """;

    private final DataSource connections;

    /** A loader of that database. */
    public CatalogueLoader(DataSource connections) {
        this.connections = connections;
    }

    /** Whether the catalogue has no record of any kind. It is asked for at each start, where Hibernate has nothing to do. */
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
     * Loads a file, unless the catalogue is not empty.
     *
     * @return how many records of each kind were loaded; empty when the catalogue had some already
     * @throws BrokenCatalogueException when the database refuses a record
     */
    @Transactional
    public Optional<String> load(CatalogueFile file) {
        // Of several replicas that start at once, one goes on; the others wait here, and then find its records.
        Panache.getEntityManager()
                .createNativeQuery("select revision from catalogue for update")
                .getResultList();
        if (Citation.count() + Market.count() + Brand.count() + Partnership.count() > 0) {
            return Optional.empty();
        }
        Records records = new Records(file.name());
        new CatalogueWriter(records).write(file.content());
        Panache.flush();
        return Optional.of(records.summary());
    }
}
