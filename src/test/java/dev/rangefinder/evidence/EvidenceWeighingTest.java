package dev.rangefinder.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Whoever changes records and claims by SQL, the database derives from the claims how well the records are supported. */
@QuarkusTest
class EvidenceWeighingTest extends SqlWriting {

    private final CatalogueData data = new CatalogueData();
    /** Executes statements in one transaction. */
    private void execute(String... statements) throws SQLException {
        try {
            for (String sql : statements) {
                writer.execute(sql);
            }
            writer.commit();
        } catch (SQLException e) {
            writer.rollback();
            throw e;
        }
    }

    private String text(String sql) throws SQLException {
        String text = writer.text(sql);
        writer.commit();
        return text;
    }

    private ServerErrorMessage rejection(String... statements) {
        return assertThrows(PSQLException.class, () -> execute(statements)).getServerErrorMessage();
    }

    private static String delete(StoredRow row) {
        return "delete from " + row.table() + " where id = " + row.key();
    }

    private static String set(StoredRow row, String assignment) {
        return "update " + row.table() + " set " + assignment + " where id = " + row.key();
    }

    private String standing(StoredRow row) throws SQLException {
        return text("select standing from " + row.table() + " where id = " + row.key());
    }

    private String citation(StoredRow row) throws SQLException {
        return text("select key from citation where id = (select citation_id from " + row.table() + " where id = "
                + row.key() + ")");
    }

    private String verdict(StoredRow claim) throws SQLException {
        return text(
                "select coalesce(agrees::text, 'unknown') || case when supports then ', supports' else ', opposes' end"
                        + " from claim where id = " + claim.key());
    }

    /** A device about which only the test data claim anything. */
    private StoredRow device() {
        return data.device("device", data.brand("brand").save()).save();
    }

    private StoredRow claim(String word, StoredRow subject, String standing, String likelihood) {
        return data.claim(data.citation(word).save(), subject)
                .with("standing", standing)
                .with("likelihood", likelihood)
                .save();
    }

    private StoredRow claim(String word, StoredRow subject, String standing, String property, String value) {
        return data.claim(data.citation(word).save(), subject)
                .with("standing", standing)
                .with("property", property)
                .with("value", value)
                .save();
    }

    /** All tables that claims can be about, except that of citations, which need no claims. */
    static Set<String> subjects() throws SQLException {
        return CatalogueData.names("select name from subjects() name where name <> 'citation'");
    }

    private StoredRow subject(String table) {
        return switch (table) {
            case "alias" -> data.alias(data.brand("brand").save(), "alias").save();
            case "brand" -> data.brand("brand").save();
            case "collaboration" ->
                data.collaboration(data.partnership("partnership").save(), device())
                        .save();
            case "device" -> device();
            case "event" -> data.event("event").save();
            case "figure" -> data.figure(data.country().save(), "2022").save();
            case "launch" -> data.launch(device(), data.country().save()).save();
            case "launch_price" -> {
                StoredRow device = device();
                StoredRow launch = data.launch(device, data.country().save()).save();
                yield data.price(launch, device, "999", "EUR").save();
            }
            case "market" -> data.country().save();
            case "ownership" ->
                data.ownership(data.brand("brand").save(), data.brand("owner").save())
                        .save();
            case "speaker" -> data.speaker("speaker").save();
            case "variant" -> data.variant(device(), "V1").save();
            default -> ofPartnership(table, data.partnership("partnership").save());
        };
    }

    private StoredRow ofPartnership(String table, StoredRow partnership) {
        return switch (table) {
            case "contribution" -> data.contribution(partnership, "LENS").save();
            case "member" ->
                data.member(partnership, data.brand("brand").save(), "HANDSET_MAKER")
                        .save();
            case "partnership" -> partnership;
            case "term" -> data.term(partnership, "PEOPLE").with("number", 3).save();
            case "territory" ->
                data.territory(partnership, data.country().save(), true).save();
            default -> throw new IllegalArgumentException(table);
        };
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void strongestClaimDecidesUntilItIsChangedOrDeleted(String table) throws SQLException {
        StoredRow row = subject(table);
        assertEquals("RUMOURED", standing(row));
        assertEquals(data.unique("evidence"), citation(row));

        StoredRow claim = claim("confirmation", row, "CONFIRMED", "STATED");
        assertEquals("CONFIRMED", standing(row));
        assertEquals(data.unique("confirmation"), citation(row));

        execute(set(claim, "standing = 'REPORTED'"));
        assertEquals("REPORTED", standing(row));

        StoredRow another = data.citation("another").save();
        execute(set(claim, "source_id = " + another.key()));
        assertEquals(another.name(), citation(row));

        execute(delete(claim));
        assertEquals("RUMOURED", standing(row));
        assertEquals(data.unique("evidence"), citation(row));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void nobodySetsStandingOrCitation(String table) throws SQLException {
        StoredRow row = subject(table);
        StoredRow citation = data.citation("other").save();
        execute(set(row, "standing = 'CONFIRMED', citation_id = " + citation.key()));
        assertEquals("RUMOURED", standing(row));
        assertEquals(data.unique("evidence"), citation(row));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void denialOfTheRecordAsStrongAsItsEvidenceDisputesIt(String table) throws SQLException {
        StoredRow row = subject(table);
        StoredRow denial = claim("denial", row, "RUMOURED", "DENIED");
        assertEquals("unknown, opposes", verdict(denial));
        assertEquals("DISPUTED", standing(row));
        assertEquals(data.unique("evidence"), citation(row));

        claim("report", row, "REPORTED", "STATED");
        assertEquals("REPORTED", standing(row), "a report is stronger");

        execute(set(denial, "standing = 'CONFIRMED'"));
        assertEquals("DISPUTED", standing(row));

        execute(delete(denial));
        assertEquals("REPORTED", standing(row));
    }

    @ParameterizedTest
    @CsvSource({"RETRACTED", "DISPUTED", "RUMOURED"})
    void recordStandsNoBetterThanItsClaims(String standing) throws SQLException {
        StoredRow brand = data.brand("brand")
                .citedFrom(data.citation("citation").save(), standing)
                .save();
        assertEquals(standing, standing(brand));
    }

    @Test
    void moreLikelyOfTwoClaimsOfOneStandingDecides() throws SQLException {
        StoredRow device = device();
        claim("possible", device, "REPORTED", "POSSIBLE");
        assertEquals(data.unique("possible"), citation(device));
        claim("likely", device, "REPORTED", "LIKELY");
        assertEquals(data.unique("likely"), citation(device));
    }

    @Test
    void claimMovesToAnotherRecord() throws SQLException {
        StoredRow from = device();
        StoredRow to = data.device("to", data.brand("other").save()).save();
        StoredRow claim = claim("confirmation", from, "CONFIRMED", "STATED");
        execute(set(claim, "device_id = " + to.key()));
        assertEquals("RUMOURED", standing(from));
        assertEquals("CONFIRMED", standing(to));
    }

    @Test
    void nobodySetsWhetherAClaimAgrees() throws SQLException {
        StoredRow claim = claim("false", device(), "REPORTED", "kind", "SERIES");
        execute(set(claim, "agrees = true, supports = true"));
        assertEquals("false, opposes", verdict(claim));
    }

    @ParameterizedTest(name = "{0} is stored, {1} is claimed")
    @CsvSource({
        "2022-05-23, 2022-05-23, 'true, supports'",
        "2022-05-23, 2022-05, 'true, supports'",
        "2022-05-23, 2022, 'true, supports'",
        "2022-05, 2022-05-23, 'true, supports'",
        "2022, 2022-05-23, 'true, supports'",
        "2022-05-23, 2022-05-24, 'false, opposes'",
        "2022-05, 2022-06-01, 'false, opposes'",
        "2022, 2023, 'false, opposes'",
        "2022-05-23, soon, 'false, opposes'"
    })
    void datesAgreeAtTheLowerPrecisionOfTheTwo(String stored, String claimed, String verdict) throws SQLException {
        StoredRow device = data.device("device", data.brand("brand").save())
                .with("released_on", stored)
                .save();
        assertEquals(verdict, verdict(claim("date", device, "REPORTED", "releasedOn", claimed)));
    }

    @ParameterizedTest(name = "{0} is stored, {1} is claimed")
    @CsvSource({"999, 999.00, 'true, supports'", "0.5, 0.50, 'true, supports'", "999, 999.01, 'false, opposes'"})
    void numbersAgreeByTheirValue(String stored, String claimed, String verdict) throws SQLException {
        StoredRow device = device();
        StoredRow launch = data.launch(device, data.country().save()).save();
        StoredRow price = data.price(launch, device, stored, "EUR").save();
        assertEquals(verdict, verdict(claim("number", price, "REPORTED", "amount", claimed)));
    }

    @Test
    void claimAboutAValueThatIsNotStoredSupportsTheRecord() throws SQLException {
        StoredRow device = device();
        assertEquals("unknown, supports", verdict(claim("open", device, "CONFIRMED", "releasedOn", "2022")));
        assertEquals("RUMOURED", standing(device), "but does not decide how it stands");
    }

    @Test
    void denialOfAnotherValueSupportsTheStoredOne() throws SQLException {
        StoredRow device = device();
        StoredRow denial = claim("denial", device, "REPORTED", "kind", "SERIES");
        execute(set(denial, "likelihood = 'DENIED'"));
        assertEquals("false, supports", verdict(denial));
        execute(set(denial, "value = 'MODEL'"));
        assertEquals("true, opposes", verdict(denial));
    }

    @ParameterizedTest
    @CsvSource({"2022-05-23, 2022-05", "2022-05-23, 2022", "2022-05, 2022", "2022, 2023", "2022, soon"})
    void lessPreciseOrOtherDateDoesNotStateAValue(String stored, String claimed) throws SQLException {
        StoredRow device = device();
        claim("date", device, "CONFIRMED", "releasedOn", claimed);
        ServerErrorMessage rejection = rejection(set(device, "released_on = '" + stored + "'"));
        assertEquals("device_values_are_claimed", rejection.getConstraint());
        assertEquals("device", rejection.getTable());
        assertEquals("releasedOn", rejection.getColumn());
    }

    @ParameterizedTest
    @CsvSource({"2022-05-23, 2022-05-23", "2022-05, 2022-05-23", "2022, 2022-05", "2022, 2022-05-23"})
    void equalOrMorePreciseDateStatesAValue(String stored, String claimed) throws SQLException {
        StoredRow device = device();
        claim("date", device, "CONFIRMED", "releasedOn", claimed);
        execute(set(device, "released_on = '" + stored + "'"));
        assertEquals("CONFIRMED", standing(device));
        assertEquals(data.unique("date"), citation(device));
    }

    @Test
    void deniedClaimDoesNotStateAValue() {
        StoredRow device = device();
        StoredRow citation = data.citation("denial").save();
        String denial = "insert into claim (source_id, likelihood, property, value, device_id) values ("
                + citation.key() + ", 'DENIED', 'chipset', 'Kirin', " + device.key() + ")";
        assertEquals(
                "chipset", rejection(denial, set(device, "chipset = 'Kirin'")).getColumn());
    }

    @Test
    void eachElementOfAListNeedsAClaim() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        ServerErrorMessage rejection = rejection(set(brand, "makes = '{HANDSETS,IMAGING}'"));
        assertEquals("brand_values_are_claimed", rejection.getConstraint());
        assertEquals("makes", rejection.getColumn());
        claim("imaging", brand, "REPORTED", "makes", "IMAGING");
        execute(set(brand, "makes = '{HANDSETS,IMAGING}'"));
    }

    @Test
    void lastClaimThatStatesAValueCannotBeDeleted() throws SQLException {
        StoredRow device = device();
        String delete = "delete from claim where device_id = " + device.key() + " and property = 'kind'";
        assertEquals("device_values_are_claimed", rejection(delete).getConstraint());
        claim("kind", device, "REPORTED", "kind", "MODEL");
        execute("delete from claim where device_id = " + device.key() + " and source_id ="
                + " (select id from citation where key = '" + data.unique("evidence") + "') and property = 'kind'");
    }

    @Test
    void valueAndItsClaimCanComeInAnyOrderWithinATransaction() throws SQLException {
        StoredRow device = device();
        StoredRow citation = data.citation("chipset").save();
        String claim = "insert into claim (source_id, property, value, device_id) values (" + citation.key()
                + ", 'chipset', 'Kirin', " + device.key() + ")";
        execute(set(device, "chipset = 'Kirin'"), claim);
        assertEquals("REPORTED", standing(device));
    }

    @Test
    void recordWithoutAnyClaimIsRejected() {
        ServerErrorMessage rejection =
                rejection("insert into brand (slug, name) values ('" + data.unique("unclaimed") + "', 'Unclaimed')");
        assertEquals("brand_is_claimed", rejection.getConstraint());
        assertEquals("brand", rejection.getTable());
    }

    @Test
    void evidenceIsWeighedEvenIfConstraintsAreImmediate() {
        ServerErrorMessage rejection = rejection("set constraints all immediate", set(device(), "chipset = 'Kirin'"));
        assertEquals("device_values_are_claimed", rejection.getConstraint());
    }

    @Test
    void nobodySetsThatEvidenceIsWeighed() {
        String pretence = "select set_config('rangefinder.weighed', pg_current_xact_id()::text, true)";
        ServerErrorMessage rejection = rejection(set(device(), "chipset = 'Kirin'"), pretence);
        assertEquals("device_values_are_claimed", rejection.getConstraint());
    }

    @Test
    void claimsCannotBeTruncatedAwayFromTheirRecords() {
        device();
        assertEquals("23514", rejection("truncate claim cascade").getSQLState());
    }

    @Test
    void slugsAndNamesNeedNoClaims() throws SQLException {
        StoredRow partnership = data.partnership("partnership").save();
        execute(set(partnership, "name = 'Other', slug = '" + data.unique("other") + "'"));
        assertEquals("RUMOURED", standing(partnership));
    }

    @Test
    void renamedSlugNeedsRenamedClaims() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow device = data.device("device", brand).save();
        String slug = data.unique("renamed");
        String rename = set(brand, "slug = '" + slug + "'");
        ServerErrorMessage rejection = rejection(rename);
        assertEquals("device_values_are_claimed", rejection.getConstraint());
        assertEquals("brand", rejection.getColumn());

        execute(
                rename,
                "update claim set value = '" + slug + "' where device_id = " + device.key()
                        + " and property = 'brand'");
        assertEquals("RUMOURED", standing(device));
    }

    @Test
    void renamedCodeOfAVariantNeedsRenamedClaimsAboutItsPrices() {
        StoredRow device = device();
        StoredRow launch = data.launch(device, data.country().save()).save();
        StoredRow variant = data.variant(device, "V1").save();
        data.price(launch, device, "999", "EUR").with("variant_id", variant).save();
        String claims = "update claim set value = 'V2' where variant_id = " + variant.key() + " and property = 'code'";
        ServerErrorMessage rejection = rejection(set(variant, "code = 'V2'"), claims);
        assertEquals("launch_price_values_are_claimed", rejection.getConstraint());
    }

    private String price(StoredRow launch) throws SQLException {
        return text("select price_amount || ' ' || price_currency || ' ' || lower(price_bound) from launch where id = "
                + launch.key());
    }

    @Test
    void priceOfALaunchIsItsLatest() throws SQLException {
        StoredRow device = device();
        StoredRow launch = data.launch(device, data.country().save()).save();
        data.price(launch, device, "999", "EUR").with("bound", "BELOW").save();
        assertEquals("999 EUR below", price(launch));
        StoredRow latest =
                data.price(launch, device, "899", "EUR").with("on_date", "2023").save();
        assertEquals("899 EUR exact", price(launch));
        data.price(launch, device, "949", "EUR").with("on_date", "2022-05").save();
        assertEquals("899 EUR exact", price(launch));
        execute(
                set(latest, "on_date = '2022'"),
                "update claim set value = '2022' where property = 'on' and launch_price_id = " + latest.key());
        assertEquals("949 EUR exact", price(launch));
        execute(delete(latest));
        execute("delete from launch_price where launch_id = " + launch.key() + " and on_date is not null");
        assertEquals("999 EUR below", price(launch));
    }

    @Test
    void nobodySetsThePriceOfALaunch() throws SQLException {
        StoredRow device = device();
        StoredRow launch = data.launch(device, data.country().save()).save();
        data.price(launch, device, "999", "EUR").save();
        execute(set(launch, "price_amount = 1, price_currency = 'USD', price_bound = 'FROM'"));
        assertEquals("999 EUR exact", price(launch));
    }
}
