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
                .with("makes", "CAMERA_OPTICS")
                .with("home_market_id", home)
                .with("parent_id", parent)
                .citedFrom(citation)
                .save();
        assertEquals(
                json("""
                        {brand: {slug: '%s', name: 'Leica', makes: 'CAMERA_OPTICS', standing: 'REPORTED',
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
        StoredRow brand = data.brand("unknown").save();
        assertEquals(
                json("{brand: {standing: 'RUMOURED', homeMarket: null, parent: null, citation: null}}"),
                data(
                        "query ($slug: String!) "
                                + "{ brand(slug: $slug) { standing homeMarket { code } parent { slug } citation { key } } }",
                        Map.of("slug", brand.name())));
    }

    @Test
    void brandListsItsPartnershipsWithItsRole() {
        StoredRow brand = data.brand("zeiss").save();
        StoredRow first = data.partnership("a").save();
        StoredRow second = data.partnership("b").save();
        data.member(first, brand, "OPTICS_PARTNER").save();
        data.member(second, brand, "HANDSET_MAKER").save();
        assertEquals(json("""
                        {brand: {partnerships: {edges: [
                            {role: 'OPTICS_PARTNER', node: {slug: '%1$s'}},
                            {role: 'HANDSET_MAKER', node: {slug: '%2$s'}}],
                            nodes: [{slug: '%1$s'}, {slug: '%2$s'}]}}}""".formatted(first.name(), second.name())), data("""
                        query ($slug: String!) {
                          brand(slug: $slug) { partnerships { edges { role node { slug } } nodes { slug } } }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void brandListsItsDevicesSubBrandsFiguresAndClaims() {
        StoredRow brand = data.brand("xiaomi").save();
        StoredRow sub = data.brand("redmi").with("parent_id", brand).save();
        StoredRow device = data.device("note", brand).save();
        data.addCountedBrand(data.figure(data.region().save(), "2021").save(), brand);
        data.claim(data.citation("C").save(), brand).with("property", "name").save();
        assertEquals(json("""
                        {brand: {subBrands: {nodes: [{slug: '%s'}]}, devices: {nodes: [{slug: '%s'}]},
                            figures: {nodes: [{period: '2021'}]}, claims: {nodes: [{property: 'name'}]}}}""".formatted(sub.name(), device.name())), data("""
                        query ($slug: String!) {
                          brand(slug: $slug) {
                            subBrands { nodes { slug } } devices { nodes { slug } }
                            figures { nodes { period } } claims { nodes { property } }
                          }
                        }""", Map.of("slug", brand.name())));
    }

    @Test
    void brandsAreOrderedBySlugByDefault() {
        StoredRow parent = data.brand("parent").save();
        StoredRow second = data.brand("b").with("parent_id", parent).save();
        StoredRow first = data.brand("a").with("parent_id", parent).save();
        assertEquals(
                json("{brands: {nodes: [{slug: '%s'}, {slug: '%s'}]}}".formatted(first.name(), second.name())),
                data(
                        "query ($slug: String!) { brands(filter: {parent: {eq: $slug}}) { nodes { slug } } }",
                        Map.of("slug", parent.name())));
    }

    @Test
    void unknownBrandIsNull() {
        assertEquals(json("{brand: null}"), data("{ brand(slug: \"no-such-brand\") { name } }"));
    }
}
