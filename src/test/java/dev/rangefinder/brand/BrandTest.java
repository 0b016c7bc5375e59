package dev.rangefinder.brand;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Queries of brands and their relations. */
@QuarkusTest
class BrandTest {

    private final CatalogueData data = new CatalogueData();

    @Test
    void brandReturnsItsProperties() {
        StoredRow home = data.country().save();
        StoredRow parent = data.brand("parent").save();
        StoredRow citation = data.citation("C").save();
        StoredRow brand = data.brand("leica")
                .with("name", "Leica")
                .with("makes", new String[] {"OPTICS"})
                .with("home_market_id", home)
                .ownedBy(parent)
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {brand: {slug: '%s', name: 'Leica', makes: ['OPTICS'], standing: 'REPORTED',
                            homeMarket: {code: '%s'}, parent: {slug: '%s'}, citation: {key: '%s'}}}""".formatted(brand.name(), home.name(), parent.name(), citation.name())),
                data("""
                        query ($slug: String!) {
                          brand(slug: $slug) {
                            slug name makes standing homeMarket { code } parent { slug } citation { key }
                          }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void unknownPropertyOfBrandIsNull() {
        StoredRow brand = data.brand("unknown").with("makes", new String[0]).save();
        assertEquals(
                json("{brand: {standing: 'RUMOURED', makes: [], homeMarket: null, parent: null}}"),
                data(
                        "query ($slug: String!) "
                                + "{ brand(slug: $slug) { standing makes homeMarket { code } parent { slug } } }",
                        Map.of("slug", brand.name())));
    }

    @Test
    void brandListsItsPartnershipsWithItsRole() {
        StoredRow brand = data.brand("zeiss").save();
        StoredRow first = data.partnership("a").save();
        StoredRow second = data.partnership("b").save();
        data.member(first, brand, "IMAGING_PARTNER").save();
        data.member(second, brand, "HANDSET_MAKER").save();
        assertEquals(json("""
                        {brand: {partnerships: {edges: [
                            {role: 'IMAGING_PARTNER', node: {slug: '%1$s'}},
                            {role: 'HANDSET_MAKER', node: {slug: '%2$s'}}],
                            nodes: [{slug: '%1$s'}, {slug: '%2$s'}]}}}""".formatted(first.name(), second.name())), data("""
                        query ($slug: String!) {
                          brand(slug: $slug) { partnerships { edges { role node { slug } } nodes { slug } } }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void brandListsItsDevicesSubBrandsFiguresAndClaims() {
        StoredRow brand = data.brand("xiaomi").save();
        StoredRow sub = data.brand("redmi").ownedBy(brand).save();
        StoredRow device = data.device("note", brand).save();
        data.figure(data.region().save(), "2021").about(brand).save();
        data.claim(data.citation("C").save(), brand).with("property", "motive").save();
        assertEquals(json("""
                        {brand: {subBrands: {nodes: [{slug: '%s'}]}, devices: {nodes: [{slug: '%s'}]},
                            figures: {nodes: [{period: '2021'}]}, claims: {nodes: [{property: 'motive'}]}}}""".formatted(sub.name(), device.name())), data("""
                        query ($slug: String!) {
                          brand(slug: $slug) {
                            subBrands { nodes { slug } } devices { nodes { slug } }
                            figures { nodes { period } }
                            claims(filter: {property: {eq: "motive"}}) { nodes { property } }
                          }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void brandsAreOrderedBySlugByDefault() {
        StoredRow parent = data.brand("parent").save();
        StoredRow second = data.brand("b").ownedBy(parent).save();
        StoredRow first = data.brand("a").ownedBy(parent).save();
        assertEquals(
                json("{brands: {nodes: [{slug: '%s'}, {slug: '%s'}]}}".formatted(first.name(), second.name())),
                data(
                        "query ($slug: String!) { brands(filter: {ownerships: {some: {owner: {eq: $slug}}}}) { nodes { slug } } }",
                        Map.of("slug", parent.name())));
    }

    @Test
    void parentIsTheOwnerOnTheGivenDay() {
        StoredRow first = data.brand("first").save();
        StoredRow second = data.brand("second").save();
        StoredRow brand = data.brand("sold").save();
        data.ownership(brand, first)
                .with("since", "1990")
                .with("until", "2013-09-03")
                .save();
        data.ownership(brand, second).with("since", "2014-04-25").save();
        assertEquals(
                json(
                        "{brand: {before: null, first: {slug: '%1$s'}, last: {slug: '%1$s'}, between: null, now: {slug: '%2$s'}}}"
                                .formatted(first.name(), second.name())),
                data("""
                        query ($slug: String!) {
                          brand(slug: $slug) {
                            before: parent(on: "1989-12-31") { slug } first: parent(on: "1990-01-01") { slug }
                            last: parent(on: "2013-09-03") { slug } between: parent(on: "2014-04-24") { slug }
                            now: parent { slug }
                          }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void brandListsItsAliasesAndOwners() {
        StoredRow owner = data.brand("owner").save();
        StoredRow brand = data.brand("named").ownedBy(owner).save();
        data.alias(brand, "another")
                .with("language", "zh-Hans")
                .with("kind", "TRANSLATION")
                .save();
        assertEquals(
                json("""
                        {brand: {aliases: [{text: '%s', language: 'zh-Hans', kind: 'TRANSLATION', standing: 'RUMOURED'}],
                            ownerships: [{since: null, until: null, owner: {slug: '%s'}}]}}""".formatted(data.unique("another"), owner.name())), data("""
                        query ($slug: String!) {
                          brand(slug: $slug) {
                            aliases { text language kind standing } ownerships { since until owner { slug } }
                          }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void devicesOfABrandAreThoseThatItMakesOrPartners() {
        StoredRow partner = data.brand("partner").save();
        StoredRow maker = data.brand("maker").save();
        StoredRow partnership = data.partnership("both").save();
        data.member(partnership, partner, "IMAGING_PARTNER").save();
        data.member(partnership, maker, "HANDSET_MAKER").save();
        StoredRow shared = data.device("shared", maker)
                .resultingFrom(partnership)
                .with("released_on", "2022")
                .save();
        StoredRow own = data.device("own", maker).with("released_on", "2023").save();
        assertEquals(
                json("""
                        {partner: {devices: {nodes: [{slug: '%1$s'}]}, made: {nodes: []}, partnered: {nodes: [{slug: '%1$s'}]}},
                            maker: {devices: {nodes: [{slug: '%2$s'}, {slug: '%1$s'}]},
                            made: {nodes: [{slug: '%2$s'}, {slug: '%1$s'}]}, partnered: {nodes: [{slug: '%1$s'}]}}}""".formatted(shared.name(), own.name())),
                data("""
                        query ($partner: String!, $maker: String!) {
                          partner: brand(slug: $partner) { ...Devices }
                          maker: brand(slug: $maker) { ...Devices }
                        }
                        fragment Devices on Brand {
                          devices { nodes { slug } }
                          made: devices(as: MAKER) { nodes { slug } }
                          partnered: devices(as: PARTNER) { nodes { slug } }
                        }""", Map.of("partner", partner.name(), "maker", maker.name())));
    }

    @Test
    void unknownBrandIsNull() {
        assertEquals(json("{brand: null}"), data("{ brand(slug: \"no-such-brand\") { name } }"));
    }
}
