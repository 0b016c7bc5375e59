package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.http.Catalogue.Brand;
import dev.rangefinder.http.Catalogue.PartialDate;
import dev.rangefinder.http.Catalogue.Partnership;
import dev.rangefinder.http.Catalogue.Revision;
import dev.rangefinder.http.Catalogue.StaleVersion;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.client.GraphQLClientException;
import io.smallrye.graphql.client.typesafe.api.TypesafeGraphQLClientBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The typesafe client of SmallRye, with the interface on the page for front-end developers. */
@QuarkusTest
class TypesafeClientTest {

    private static final Path SOURCE = Path.of("src/test/java/dev/rangefinder/http/Catalogue.java");

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void datesAreReadAndSentAsPreciselyAsTheyAreKnown() {
        CatalogueData data = new CatalogueData();
        StoredRow brand = data.brand("typesafe").save();
        StoredRow partnership = data.partnership("typesafe")
                .with("announced_on", "2022-05")
                .with("started_on", "2023")
                .save();
        data.member(partnership, brand, "HANDSET_MAKER").save();

        List<Partnership> partnerships = client().brand(brand.name(), new PartialDate("2024"))
                .partnerships()
                .nodes();

        assertEquals(List.of(new Partnership("typesafe", new PartialDate("2022-05"), "ACTIVE")), partnerships);
    }

    @Test
    void mistakesOfAChangeAreTyped() {
        StoredRow brand = new CatalogueData().brand("typesafe").save();
        Catalogue editor = TypesafeGraphQLClientBuilder.newBuilder()
                .endpoint(endpoint)
                .header(
                        "Authorization",
                        IdentityResource.token().with(Role.EDITOR).header())
                .build(Catalogue.class);
        Brand before = editor.brand(brand.name(), null);
        Revision revision = new Revision(before.id(), before.version(), "Renamed");

        assertEquals("Renamed", editor.reviseBrand(revision).brand().name());
        StaleVersion stale = assertInstanceOf(
                StaleVersion.class, editor.reviseBrand(revision).errors().get(0));
        assertEquals(before.version() + 1, stale.currentVersion);
    }

    @Test
    void errorsOfARequestHaveTheirCode() {
        GraphQLClientException refused = assertThrows(
                GraphQLClientException.class, () -> client().reviseBrand(new Revision("leica", 1, "Refused")));

        assertEquals("UNAUTHENTICATED", refused.getErrors().get(0).getCode());
    }

    @Test
    void interfaceOfThePageIsTheTestedOne() throws Exception {
        assertTrue(Files.readString(SOURCE).endsWith(FrontEndsPage.files().get("Catalogue.java")));
    }

    private Catalogue client() {
        return TypesafeGraphQLClientBuilder.newBuilder().endpoint(endpoint).build(Catalogue.class);
    }
}
