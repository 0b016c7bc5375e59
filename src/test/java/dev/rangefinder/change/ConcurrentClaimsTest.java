package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Concurrent transactions cannot together leave values that no claim states, or claims that are weighed wrongly. */
@QuarkusTest
@Timeout(60)
class ConcurrentClaimsTest {

    private final CatalogueData data = new CatalogueData();
    private Writer writer;
    private Writer other;

    @BeforeEach
    void connect() throws SQLException {
        writer = new Writer();
        other = new Writer();
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
        other.close();
    }

    private static String deletion(StoredRow claim) {
        return "delete from claim where id = " + claim.key();
    }

    private static String makes(StoredRow brand, String trade) {
        return "update brand set makes = '{" + trade + "}' where id = " + brand.key();
    }

    private static String claim(StoredRow citation, StoredRow subject, String property, String value) {
        return "insert into claim (source_id, standing, property, value, %s_id) values (%d, 'CONFIRMED', '%s', '%s', %d)"
                .formatted(subject.table(), citation.key(), property, value, subject.key());
    }

    private static String verdict(StoredRow citation, StoredRow brand) {
        return "select agrees || ' ' || supports from claim where source_id = " + citation.key() + " and brand_id = "
                + brand.key();
    }

    @Test
    void twoWritersCannotDeleteBothClaimsThatStateAValue() throws SQLException {
        StoredRow brand = data.brand("brand").with("makes", new String[0]).save();
        StoredRow citation = data.citation("citation").save();
        writer.execute(makes(brand, "OPTICS"));
        writer.execute(claim(citation, brand, "makes", "OPTICS"));
        writer.commit();
        StoredRow second = data.claim(data.citation("second").save(), brand)
                .with("property", "makes")
                .with("value", "OPTICS")
                .save();

        writer.execute("delete from claim where source_id = " + citation.key());
        other.execute(deletion(second));
        writer.prepare();
        CompletableFuture<Void> commit = other.commitInBackground();
        writer.commit();

        assertEquals("brand_values_are_claimed", Writer.violation(commit));
    }

    @Test
    void claimIsWeighedAgainstAChangeThatIsCommittedBeforeIt() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow citation = data.citation("citation").save();
        StoredRow opposing = data.citation("opposing").save();
        writer.execute(makes(brand, "OPTICS"));
        writer.execute(claim(citation, brand, "makes", "OPTICS"));
        other.execute(claim(opposing, brand, "makes", "HANDSETS"));
        writer.prepare();
        CompletableFuture<Void> commit = other.commitInBackground();
        writer.commit();
        commit.join();

        assertEquals("false false", writer.text(verdict(opposing, brand)));
        assertEquals("true true", writer.text(verdict(citation, brand)));
    }

    @Test
    void claimIsWeighedAgainByAChangeThatIsCommittedAfterIt() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow citation = data.citation("citation").save();
        StoredRow opposing = data.citation("opposing").save();
        other.execute(claim(opposing, brand, "makes", "HANDSETS"));
        other.prepare();
        assertEquals("true true", other.text(verdict(opposing, brand)));
        CompletableFuture<Void> commit =
                writer.commitInBackground(makes(brand, "OPTICS"), claim(citation, brand, "makes", "OPTICS"));
        other.commit();
        commit.join();

        assertEquals("false false", writer.text(verdict(opposing, brand)));
        assertEquals(
                "CONFIRMED " + citation.key(),
                writer.text("select standing || ' ' || citation_id from brand where id = " + brand.key()));
    }

    @Test
    void slugIsRenamedTogetherWithTheClaimsThatStateIt() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow device = data.device("device", brand).save();
        long before = writer.revision();
        writer.rollback();
        String slug = data.unique("renamed");
        writer.execute("update brand set slug = '" + slug + "' where id = " + brand.key());
        writer.execute("update claim set value = '" + slug + "' where value = '" + brand.name() + "'");
        writer.commit();

        assertEquals(before + 1, writer.revision());
        assertEquals(
                "true",
                writer.text("select agrees::text from claim where property = 'brand' and device_id = " + device.key()));
    }

    @Test
    void renameOfASlugWaitsForRecordsThatStateIt() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow citation = data.citation("citation").save();
        String slug = data.unique("device");
        other.execute("insert into device (slug, name, kind, brand_id) values ('" + slug + "', 'Device', 'MODEL', "
                + brand.key() + ")");
        StoredRow device = new StoredRow(
                "device", Long.parseLong(other.text("select id from device where slug = '" + slug + "'")), slug);
        other.execute(claim(citation, device, "kind", "MODEL"));
        other.execute(claim(citation, device, "brand", brand.name()));
        CompletableFuture<Void> rename = writer.commitInBackground(
                "update brand set slug = '" + data.unique("renamed") + "' where id = " + brand.key());
        other.prepare();
        assertFalse(rename.isDone());
        other.commit();

        assertEquals("device_values_are_claimed", Writer.violation(rename));
    }

    @Test
    void twoWritersCannotPriceALaunchInTwoCurrencies() throws SQLException {
        StoredRow device = data.device("device", data.brand("brand").save()).save();
        StoredRow launch = data.launch(device, data.country().save()).save();
        String price = "insert into launch_price (launch_id, device_id, amount, currency, on_date) values ("
                + launch.key() + ", " + device.key() + ", 1, '%s', '%s')";
        writer.execute(price.formatted("EUR", "2022"));
        CompletableFuture<Void> commit = other.commitInBackground(price.formatted("USD", "2021"));
        writer.execute("""
            insert into claim (source_id, property, value, launch_price_id)
            select c.id, v.property, v.value, v.id from citation c, launch_price p join launch_price_value v using (id)
            where c.key = '%s' and p.launch_id = %d
            """.formatted(data.unique("evidence"), launch.key()));
        writer.commit();

        assertEquals("launch_price_is_in_the_currency_of_the_others", Writer.violation(commit));
    }

    @Test
    void twoWritersCannotGiveABrandTheAliasOfAnother() throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        String name = data.unique("Name");
        writer.execute("""
            with named as (insert into alias (text, brand_id) values ('%s', %d) returning id)
            insert into claim (source_id, property, value, alias_id)
            select c.id, 'kind', 'NAME', named.id from citation c, named where c.key = '%s'
            """.formatted(name, one.key(), data.unique("evidence")));
        other.execute("update brand set name = '" + name + "' where id = " + two.key());
        writer.commit();

        assertEquals("brand_name_is_not_the_alias_of_another", other.violationAtCommit());
    }

    @Test
    void twoWritersWhoAddAMemberAndADeviceLeadTheMemberToTheDevice() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow device = data.device("device", data.brand("maker").save()).save();
        StoredRow partnership = data.partnership("partnership").save();
        writer.execute("""
            with joined as (
                insert into member (partnership_id, brand_id, role) values (%d, %d, 'IMAGING_PARTNER') returning id)
            insert into claim (source_id, property, value, member_id)
            select c.id, 'role', 'IMAGING_PARTNER', joined.id from citation c, joined where c.key = '%s'
            """.formatted(partnership.key(), brand.key(), data.unique("evidence")));
        CompletableFuture<Void> commit =
                other.commitInBackground("""
            with added as (insert into collaboration (partnership_id, device_id) values (%d, %d) returning id)
            insert into claim (source_id, collaboration_id)
            select c.id, added.id from citation c, added where c.key = '%s'
            """.formatted(partnership.key(), device.key(), data.unique("evidence")));
        writer.prepare();
        assertFalse(commit.isDone());
        writer.commit();
        commit.join();

        assertEquals(
                "1",
                writer.text("select count(*) from brand_device where brand_id = " + brand.key() + " and device_id = "
                        + device.key()));
    }
}
