package dev.rangefinder;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Inserts the data of a test by SQL, bypassing the service, under names that are unique to the test. Each row is
 * committed at once, except within {@link #inOneTransaction}.
 */
public final class CatalogueData {

    private static final Connection CONNECTION = connect();

    private final String suffix =
            Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), Character.MAX_RADIX);

    /** A connection to the database of the service, packaged or not. */
    public static Connection connect() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        String url = System.getenv("RANGEFINDER_DATABASE_URL");
        dataSource.setUrl(url != null ? url : System.getProperty("test-database.url"));
        String user = System.getenv("RANGEFINDER_DATABASE_USERNAME");
        try {
            return user == null
                    ? dataSource.getConnection()
                    : dataSource.getConnection(user, System.getenv("RANGEFINDER_DATABASE_PASSWORD"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A unique name that starts with a word. */
    public String unique(String word) {
        return word + '-' + suffix;
    }

    /** A citation. */
    public RowBuilder citation(String word) {
        return new RowBuilder("citation", unique(word))
                .with("key", unique(word))
                .with("document", word + ".txt");
    }

    /** A brand that makes handsets. */
    public RowBuilder brand(String word) {
        return rumoured("brand", word).with("makes", "HANDSETS");
    }

    /** A partnership. */
    public RowBuilder partnership(String word) {
        return rumoured("partnership", word);
    }

    /** A model of a brand. */
    public RowBuilder device(String word, StoredRow brand) {
        return rumoured("device", word).with("kind", "MODEL").with("brand_id", brand);
    }

    private RowBuilder rumoured(String table, String word) {
        return new RowBuilder(table, unique(word))
                .with("slug", unique(word))
                .with("name", word)
                .with("standing", "RUMOURED");
    }

    /** A country. */
    public RowBuilder country() {
        return market("COUNTRY", "select chr(65 + i / 26) || chr(65 + i % 26) from generate_series(0, 675) i");
    }

    /** A region. */
    public RowBuilder region() {
        return market("REGION", "select lpad(i::text, 3, '0') from generate_series(0, 999) i");
    }

    private static RowBuilder market(String kind, String codes) {
        String free = "select code from (" + codes + ") as codes (code) where code not in (select code from market)"
                + " order by random() limit 1";
        try (PreparedStatement statement = CONNECTION.prepareStatement(free);
                ResultSet result = statement.executeQuery()) {
            result.next();
            String code = result.getString(1);
            return new RowBuilder("market", code)
                    .with("code", code)
                    .with("name", "Market " + code)
                    .with("kind", kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A brand is a member of a partnership. */
    public RowBuilder member(StoredRow partnership, StoredRow brand, String role) {
        return new RowBuilder("member", brand.name())
                .with("partnership_id", partnership)
                .with("brand_id", brand)
                .with("role", role);
    }

    /** A market is included in the territory of a partnership, or excluded from it. */
    public RowBuilder territory(StoredRow partnership, StoredRow market, boolean included) {
        return new RowBuilder("territory", market.name())
                .with("partnership_id", partnership)
                .with("market_id", market)
                .with("included", included)
                .with("standing", "RUMOURED");
    }

    /** A term of a partnership. */
    public RowBuilder term(StoredRow partnership, String kind) {
        return new RowBuilder("term", kind)
                .with("partnership_id", partnership)
                .with("kind", kind)
                .with("standing", "RUMOURED");
    }

    /** A device is launched in a market. */
    public RowBuilder launch(StoredRow device, StoredRow market) {
        return new RowBuilder("launch", market.name())
                .with("device_id", device)
                .with("market_id", market)
                .with("status", "LAUNCHED")
                .with("standing", "RUMOURED");
    }

    /** The number of phones that brands together shipped to a market in a period. */
    public RowBuilder figure(StoredRow market, String period) {
        return new RowBuilder("figure", period)
                .with("market_id", market)
                .with("period", period)
                .with("measure", "SHIPMENTS")
                .with("unit", "UNITS")
                .with("rank", 1)
                .with("standing", "RUMOURED");
    }

    /** Adds a brand to those that a figure counts. */
    public void addCountedBrand(StoredRow figure, StoredRow brand) {
        new RowBuilder("figure_brand", "")
                .with("figure_id", figure)
                .with("brand_id", brand)
                .save();
    }

    /** A citation claims something about a subject. */
    public RowBuilder claim(StoredRow citation, StoredRow subject) {
        return new RowBuilder("claim", "")
                .with("citation_id", citation)
                .with(subject.table() + "_id", subject)
                .with("standing", "REPORTED");
    }

    /** Adds a device to those that a claim affects. */
    public void addAffectedDevice(StoredRow claim, StoredRow device) {
        new RowBuilder("claim_device", "")
                .with("claim_id", claim)
                .with("device_id", device)
                .save();
    }

    /** Deletes rows. */
    public void delete(StoredRow... entries) {
        for (StoredRow entry : entries) {
            execute("delete from " + entry.table() + " where id = ?", List.of(entry.key()));
        }
    }

    /** Changes the name of a row. */
    public void rename(StoredRow entry, String name) {
        execute("update " + entry.table() + " set name = ? where id = ?", List.of(name, entry.key()));
    }

    /** Runs several changes in one transaction. */
    public void inOneTransaction(Runnable changes) {
        execute("begin", List.of());
        try {
            changes.run();
            execute("commit", List.of());
        } catch (RuntimeException e) {
            execute("rollback", List.of());
            throw e;
        }
    }

    /** Executes a statement, and returns the first column of its first row, or 0. */
    static long execute(String sql, List<?> parameters) {
        try (PreparedStatement statement = CONNECTION.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement.execute() ? firstOf(statement) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ' ' + parameters, e);
        }
    }

    private static long firstOf(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }
}
