package dev.rangefinder;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the data of a test, behind the back of the service and under names that no other test has. Every entry is
 * committed at once, unless the test asks for one transaction.
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

    /** A name that starts with a word, and that nothing else has. */
    public String unique(String word) {
        return word + '-' + suffix;
    }

    /** A citation. */
    public Entry citation(String word) {
        return new Entry("citation", unique(word)).with("key", unique(word)).with("document", word + ".txt");
    }

    /** A brand that makes handsets. */
    public Entry brand(String word) {
        return rumoured("brand", word).with("makes", "HANDSETS");
    }

    /** A partnership. */
    public Entry partnership(String word) {
        return rumoured("partnership", word);
    }

    /** A model of a brand. */
    public Entry device(String word, Saved brand) {
        return rumoured("device", word).with("kind", "MODEL").with("brand_id", brand);
    }

    private Entry rumoured(String table, String word) {
        return new Entry(table, unique(word))
                .with("slug", unique(word))
                .with("name", word)
                .with("standing", "RUMOURED");
    }

    /** A country. */
    public Entry country() {
        return market("COUNTRY", "select chr(65 + i / 26) || chr(65 + i % 26) from generate_series(0, 675) i");
    }

    /** A region. */
    public Entry region() {
        return market("REGION", "select lpad(i::text, 3, '0') from generate_series(0, 999) i");
    }

    private static Entry market(String kind, String codes) {
        String free = "select code from (" + codes + ") as codes (code) where code not in (select code from market)"
                + " order by random() limit 1";
        try (PreparedStatement statement = CONNECTION.prepareStatement(free);
                ResultSet result = statement.executeQuery()) {
            result.next();
            String code = result.getString(1);
            return new Entry("market", code)
                    .with("code", code)
                    .with("name", "Market " + code)
                    .with("kind", kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A brand takes part in a partnership. */
    public Entry member(Saved partnership, Saved brand, String role) {
        return new Entry("member", brand.name())
                .with("partnership_id", partnership)
                .with("brand_id", brand)
                .with("role", role);
    }

    /** A market belongs to the territory of a partnership, or is excepted from it. */
    public Entry territory(Saved partnership, Saved market, boolean included) {
        return new Entry("territory", market.name())
                .with("partnership_id", partnership)
                .with("market_id", market)
                .with("included", included)
                .with("standing", "RUMOURED");
    }

    /** A term of a partnership. */
    public Entry term(Saved partnership, String kind) {
        return new Entry("term", kind)
                .with("partnership_id", partnership)
                .with("kind", kind)
                .with("standing", "RUMOURED");
    }

    /** A device is launched in a market. */
    public Entry launch(Saved device, Saved market) {
        return new Entry("launch", market.name())
                .with("device_id", device)
                .with("market_id", market)
                .with("status", "LAUNCHED")
                .with("standing", "RUMOURED");
    }

    /** Phones shipped to a market in a period, counted for brands together. */
    public Entry figure(Saved market, String period) {
        return new Entry("figure", period)
                .with("market_id", market)
                .with("period", period)
                .with("measure", "SHIPMENTS")
                .with("unit", "UNITS")
                .with("rank", 1)
                .with("standing", "RUMOURED");
    }

    /** A figure is about a brand, among others. */
    public void counts(Saved figure, Saved brand) {
        new Entry("figure_brand", "")
                .with("figure_id", figure)
                .with("brand_id", brand)
                .save();
    }

    /** A citation claims something about a subject. */
    public Entry claim(Saved citation, Saved subject) {
        return new Entry("claim", "")
                .with("citation_id", citation)
                .with(subject.table() + "_id", subject)
                .with("standing", "REPORTED");
    }

    /** A claim affects a device. */
    public void affects(Saved claim, Saved device) {
        new Entry("claim_device", "")
                .with("claim_id", claim)
                .with("device_id", device)
                .save();
    }

    /** Removes entries. */
    public void delete(Saved... entries) {
        for (Saved entry : entries) {
            execute("delete from " + entry.table() + " where id = ?", List.of(entry.key()));
        }
    }

    /** Gives an entry another name. */
    public void rename(Saved entry, String name) {
        execute("update " + entry.table() + " set name = ? where id = ?", List.of(name, entry.key()));
    }

    /** Makes several changes in one transaction. */
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

    /** Runs a statement, and gives the first column of the row that it returns, or 0. */
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
