package dev.rangefinder.difference;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes a partnership and what surrounds it at random. */
final class PartnershipHistory implements AutoCloseable {

    private final CatalogueData data;
    private final Random draw;
    private final Connection connection = CatalogueData.connect();
    private final StoredRow citation;
    private final StoredRow market;
    private final StoredRow partnership;
    private final List<StoredRow> brands = new ArrayList<>();
    private final List<StoredRow> devices = new ArrayList<>();
    private final String device;
    private final String launch;
    private int words;

    PartnershipHistory(CatalogueData data, long seed) throws SQLException {
        this.data = data;
        this.draw = new Random(seed);
        this.citation = data.citation("report").save();
        this.market = data.country().save();
        this.partnership = data.partnership("both").save();
        this.device = "(select device_id from collaboration where partnership_id = %d order by random() limit 1)"
                .formatted(partnership.key());
        this.launch =
                "(select l.id from launch l join collaboration c using (device_id) where c.partnership_id = %d order by random() limit 1)"
                        .formatted(partnership.key());
        for (int i = 0; i < 3; i++) {
            brands.add(data.brand(word()).save());
            addDevice();
        }
        execute("select setseed(0." + seed + ")");
    }

    StoredRow partnership() {
        return partnership;
    }

    private String word() {
        return "word" + words++;
    }

    private <T> T one(List<T> of) {
        return of.get(draw.nextInt(of.size()));
    }

    /** Makes a change. One that breaks a constraint, such as of a device that was removed, is not made. */
    void change() {
        try {
            if (draw.nextBoolean()) {
                add();
            } else {
                revise();
            }
        } catch (IllegalStateException | SQLException e) {
            // not made
        }
    }

    private void add() {
        switch (draw.nextInt(10)) {
            case 0, 1 -> addDevice();
            case 2 -> data.launch(one(devices), market).with("seller", word()).save();
            case 3 -> addPrice();
            case 4 -> data.member(partnership, one(brands), "HANDSET_MAKER").save();
            case 5 -> data.term(partnership, "OTHER").with("statement", word()).save();
            case 6 ->
                data.figure(market, "20" + (10 + draw.nextInt(80)))
                        .about(one(brands))
                        .save();
            case 7 -> data.event(word()).about(one(brands)).about(partnership).save();
            case 8 -> data.collaboration(partnership, one(devices)).save();
            default ->
                data.claim(citation, one(devices))
                        .with("property", "motive")
                        .with("value", word())
                        .save();
        }
    }

    private void addDevice() {
        devices.add(data.device(word(), one(brands)).resultingFrom(partnership).save());
    }

    private void addPrice() {
        StoredRow priced = one(devices);
        StoredRow of = data.launch(priced, market).with("seller", word()).save();
        data.price(of, priced, "" + (1 + draw.nextInt(99)), "EUR").save();
    }

    private void revise() throws SQLException {
        switch (draw.nextInt(10)) {
            case 0 -> execute("delete from collaboration where device_id = " + device);
            case 1 -> execute("delete from device where id = " + device);
            case 2 -> execute("delete from launch where id = " + launch);
            case 3 -> execute("delete from member where partnership_id = " + partnership.key());
            case 4 ->
                execute("delete from event_brand where brand_id = "
                        + one(brands).key());
            case 5, 6 -> execute("update device set name = '" + word() + "' where id = " + device);
            case 7 -> execute("update device set slug = 'a-' || slug where id = " + device);
            case 8 -> execute("delete from claim where property = 'motive' and device_id = " + device);
            default ->
                execute("update claim set standing = (array['REPORTED', 'CONFIRMED'])[1 + random()::int]"
                        + " where device_id = " + device);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
