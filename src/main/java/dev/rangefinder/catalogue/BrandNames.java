package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Alias;
import dev.rangefinder.brand.Brand;
import dev.rangefinder.mutation.AlreadyExists;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.InvalidField;
import dev.rangefinder.node.GlobalId;
import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rule that a brand is not named like another one, nor by an alias of it, in upper or lower case.
 *
 * @param brand the key of the brand that is named; null if it is new
 * @param alias the key of the alias that changes; null if none does
 */
record BrandNames(@Nullable Long brand, @Nullable Long alias) {

    private static final String ALIAS = """
            select a.id from alias a
            where lower(a.text) = lower(cast(:name as text) collate "C") and a.brand_id is not null and a.id <> :self
            """;

    private static final String ALIAS_OF_ANOTHER = """
            select a.id from alias a
            where lower(a.text) = lower(cast(:name as text) collate "C") and a.brand_id is not null and a.brand_id <> :self
            """;

    private static final String NAME_OF_ANOTHER = """
            select b.id from brand b where lower(b.name) = lower(cast(:name as text) collate "C") and b.id <> :self
            """;

    /** The errors in the names of a brand, or in an alias of one. */
    List<ChangeError> errors(Class<?> type, Fields record) {
        List<ChangeError> errors = new ArrayList<>();
        if (type == Brand.class) {
            check(record, "name", ALIAS_OF_ANOTHER, brand, BrandNames::taken).ifPresent(errors::add);
            record.records("aliases").forEach(part -> errors.addAll(errorsOfAlias(part)));
        } else if (type == Alias.class && brand != null) {
            errors.addAll(errorsOfAlias(record));
        }
        return errors;
    }

    private List<ChangeError> errorsOfAlias(Fields part) {
        List<ChangeError> errors = new ArrayList<>();
        check(part, "text", ALIAS, alias, BrandNames::existing).ifPresent(errors::add);
        check(part, "text", NAME_OF_ANOTHER, brand, BrandNames::taken).ifPresent(errors::add);
        return errors;
    }

    private static Optional<ChangeError> check(
            Fields record, String key, String query, @Nullable Long self, BiFunction<Text, Long, ChangeError> error) {
        if (!(record.parts().get(key) instanceof Text name)) {
            return Optional.empty();
        }
        List<?> found = Panache.getEntityManager()
                .createNativeQuery(query)
                .setParameter("name", name.value())
                .setParameter("self", self == null ? -1L : self)
                .getResultList();
        return found.stream()
                .map(row -> error.apply(name, ((Number) row).longValue()))
                .findFirst();
    }

    private static ChangeError existing(Text name, long alias) {
        return new AlreadyExists(
                ErrorDetails.at(name.path(), "There is an alias of a brand with this text already."),
                new GlobalId(Alias.class.getSimpleName(), alias));
    }

    private static ChangeError taken(Text name, long other) {
        return new InvalidField(
                ErrorDetails.at(name.path(), Value.excerpt(name.value()) + " is a name or an alias of another brand."));
    }
}
