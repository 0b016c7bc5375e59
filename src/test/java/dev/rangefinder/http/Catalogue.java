package dev.rangefinder.http;

import io.smallrye.graphql.api.Union;
import io.smallrye.graphql.client.typesafe.api.GraphQLClientApi;
import io.smallrye.graphql.client.typesafe.api.NestedParameter;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The part of the catalogue that an application uses. */
@GraphQLClientApi
public interface Catalogue {

    @Query
    Brand brand(@NonNull String slug, @NestedParameter("partnerships.nodes.status") PartialDate on);

    @Mutation
    Renaming reviseBrand(@NonNull Revision input);

    record Brand(String id, int version, String name, Partnerships partnerships) {}

    record Partnerships(List<Partnership> nodes) {}

    record Partnership(String name, PartialDate announcedOn, String status) {}

    /** A year, a month or a day. The method {@code of} makes it a scalar with the name of the record. */
    record PartialDate(String text) {

        public static PartialDate of(String text) {
            return new PartialDate(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Input("ReviseBrandInput")
    record Revision(@NonNull String brand, int expectedVersion, String name) {}

    record Renaming(RenamedBrand brand, List<Mistake> errors) {}

    record RenamedBrand(int version, String name) {}

    @Union("ReviseBrandError")
    @JsonbTypeInfo(
            key = "__typename",
            value = {
                @JsonbSubtype(alias = "AlreadyExists", type = AlreadyExists.class),
                @JsonbSubtype(alias = "InvalidField", type = InvalidField.class),
                @JsonbSubtype(alias = "NotCited", type = NotCited.class),
                @JsonbSubtype(alias = "NotFound", type = NotFound.class),
                @JsonbSubtype(alias = "StaleVersion", type = StaleVersion.class)
            })
    interface Mistake {}

    class AlreadyExists implements Mistake {
        public String message;
    }

    class InvalidField implements Mistake {
        public String message;
        public List<String> path;
    }

    class NotCited implements Mistake {
        public String message;
    }

    class NotFound implements Mistake {
        public String message;
    }

    class StaleVersion implements Mistake {
        public String message;
        public int currentVersion;
    }
}
