package dev.rangefinder.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Loads a file into the catalogue while that is empty: all of the file in one transaction, or nothing. */
@ApplicationScoped
public class CatalogueLoader {

    // Everything else needs a record of one of these, so that these tell whether there is anything at all.
    private static final String IS_EMPTY = """
        select not (exists (select from citation) or exists (select from market)
                    or exists (select from brand) or exists (select from partnership))
        """;

    private final EntityManager database;

    /** A loader of that database. */
    public CatalogueLoader(EntityManager database) {
        this.database = database;
    }

    /** Whether the catalogue has no record of any kind. */
    @Transactional
    public boolean isEmpty() {
        return (Boolean) database.createNativeQuery(IS_EMPTY).getSingleResult();
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
        database.createNativeQuery("select revision from catalogue for update").getResultList();
        if (!isEmpty()) {
            return Optional.empty();
        }
        Records records = new Records(file.name(), database);
        new CatalogueWriter(records).write(file.content());
        database.flush();
        return Optional.of(records.summary());
    }
}
