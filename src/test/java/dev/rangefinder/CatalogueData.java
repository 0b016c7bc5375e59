package dev.rangefinder;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Inserts the data of a test by SQL, bypassing the service, under names that are unique to the test. Each row is
 * committed at once, except within {@link #inOneTransaction}. Claims state all values of a row: rumours of a citation that
 * the test need not know, unless it {@linkplain RowBuilder#citedFrom names one}.
 */
public final class CatalogueData {

    private static final Connection CONNECTION = connect();

    private static boolean inTransaction;

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
        return row("citation", unique(word)).with("key", unique(word)).with("document", word + ".txt");
    }

    /** A brand that makes handsets. */
    public RowBuilder brand(String word) {
        return named("brand", word).with("makes", new String[] {"HANDSETS"});
    }

    /** A partnership. */
    public RowBuilder partnership(String word) {
        return named("partnership", word);
    }

    /** A model of a brand. */
    public RowBuilder device(String word, StoredRow brand) {
        return named("device", word).with("kind", "MODEL").with("brand_id", brand);
    }

    private RowBuilder named(String table, String word) {
        return row(table, unique(word)).with("slug", unique(word)).with("name", word);
    }

    private RowBuilder row(String table, String name) {
        return new RowBuilder(table, name, unique("evidence"));
    }

    /** A country. */
    public RowBuilder country() {
        return market("COUNTRY", "select chr(65 + i / 26) || chr(65 + i % 26) from generate_series(0, 675) i");
    }

    /** A region. Codes from 900 on are for tests that name them. */
    public RowBuilder region() {
        return market("REGION", "select lpad(i::text, 3, '0') from generate_series(0, 899) i");
    }

    private RowBuilder market(String kind, String codes) {
        String free = "select code from (" + codes + ") as codes (code) where code not in (select code from market)"
                + " order by random() limit 1";
        try (PreparedStatement statement = CONNECTION.prepareStatement(free);
                ResultSet result = statement.executeQuery()) {
            result.next();
            String code = result.getString(1);
            return row("market", code)
                    .with("code", code)
                    .with("name", "Market " + code)
                    .with("kind", kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A brand is owned by another one. */
    public RowBuilder ownership(StoredRow brand, StoredRow owner) {
        return row("ownership", brand.name()).with("brand_id", brand).with("owner_id", owner);
    }

    /** Another name of a brand or a device. */
    public RowBuilder alias(StoredRow named, String word) {
        return row("alias", unique(word)).with("text", unique(word)).with(named.table() + "_id", named);
    }

    /** A device results from a partnership. */
    public RowBuilder collaboration(StoredRow partnership, StoredRow device) {
        return row("collaboration", device.name())
                .with("partnership_id", partnership)
                .with("device_id", device);
    }

    /** An exact price of a launch of a device. */
    public RowBuilder price(StoredRow launch, StoredRow device, String amount, String currency) {
        return row("launch_price", launch.name())
                .with("launch_id", launch)
                .with("device_id", device)
                .with("amount", new BigDecimal(amount))
                .with("currency", currency);
    }

    /** An event. */
    public RowBuilder event(String word) {
        return named("event", word).with("kind", "OTHER");
    }

    /** A speaker. */
    public RowBuilder speaker(String word) {
        return named("speaker", word);
    }

    /** A brand is a member of a partnership. */
    public RowBuilder member(StoredRow partnership, StoredRow brand, String role) {
        return row("member", brand.name())
                .with("partnership_id", partnership)
                .with("brand_id", brand)
                .with("role", role);
    }

    /** A market is included in the territory of a partnership, or excluded from it. */
    public RowBuilder territory(StoredRow partnership, StoredRow market, boolean included) {
        return row("territory", market.name())
                .with("partnership_id", partnership)
                .with("market_id", market)
                .with("included", included);
    }

    /** A term of a partnership. */
    public RowBuilder term(StoredRow partnership, String kind) {
        return row("term", kind).with("partnership_id", partnership).with("kind", kind);
    }

    /** A contribution to a partnership. */
    public RowBuilder contribution(StoredRow partnership, String kind) {
        return row("contribution", kind).with("partnership_id", partnership).with("kind", kind);
    }

    /** A variant of a device. */
    public RowBuilder variant(StoredRow device, String code) {
        return row("variant", code).with("device_id", device).with("code", code);
    }

    /** A device is launched in a market. */
    public RowBuilder launch(StoredRow device, StoredRow market) {
        return row("launch", market.name())
                .with("device_id", device)
                .with("market_id", market)
                .with("status", "LAUNCHED");
    }

    /** The number of phones that brands together shipped to a market in a period. */
    public RowBuilder figure(StoredRow market, String period) {
        return row("figure", period)
                .with("market_id", market)
                .with("period", period)
                .with("measure", "SHIPMENTS")
                .with("unit", "UNITS")
                .with("rank", 1)
                .with("rank_bound", "EXACT");
    }

    /** A citation claims something about a subject. */
    public RowBuilder claim(StoredRow citation, StoredRow subject) {
        return row("claim", "")
                .with("source_id", citation)
                .with(subject.table() + "_id", subject)
                .with("standing", "REPORTED");
    }

    /** A claim would affect a brand or a device. */
    public RowBuilder effect(StoredRow claim, StoredRow affected) {
        return row("effect", "")
                .with("claim_id", claim)
                .with(affected.table() + "_id", affected)
                .with("kind", "AFFECTED");
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

    /** The values of the first column of a query. */
    public static Set<String> names(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Set<String> names = new TreeSet<>();
            while (result.next()) {
                names.add(result.getString(1));
            }
            return names;
        }
    }

    /** Runs several changes in one transaction. */
    public void inOneTransaction(Runnable changes) {
        transaction(changes);
    }

    /** Runs changes in the current transaction, or else in one of their own. */
    static void transaction(Runnable changes) {
        if (inTransaction) {
            changes.run();
            return;
        }
        execute("begin", List.of());
        inTransaction = true;
        try {
            changes.run();
            execute("commit", List.of());
        } catch (RuntimeException e) {
            execute("rollback", List.of());
            throw e;
        } finally {
            inTransaction = false;
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
