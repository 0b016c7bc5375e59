package dev.rangefinder.catalogue;

import dev.rangefinder.evidence.Claim;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The tables of records that claims can be about, each with the foreign key from a claim. */
enum SubjectTable {
    ALIAS((claim, key) -> claim.aliasId = key),
    BRAND((claim, key) -> claim.brandId = key),
    CITATION((claim, key) -> claim.citationId = key),
    COLLABORATION((claim, key) -> claim.collaborationId = key),
    CONTRIBUTION((claim, key) -> claim.contributionId = key),
    DEVICE((claim, key) -> claim.deviceId = key),
    EVENT((claim, key) -> claim.eventId = key),
    FIGURE((claim, key) -> claim.figureId = key),
    LAUNCH((claim, key) -> claim.launchId = key),
    LAUNCH_PRICE((claim, key) -> claim.launchPriceId = key),
    MARKET((claim, key) -> claim.marketId = key),
    MEMBER((claim, key) -> claim.memberId = key),
    OWNERSHIP((claim, key) -> claim.ownershipId = key),
    PARTNERSHIP((claim, key) -> claim.partnershipId = key),
    SPEAKER((claim, key) -> claim.speakerId = key),
    TERM((claim, key) -> claim.termId = key),
    TERRITORY((claim, key) -> claim.territoryId = key),
    VARIANT((claim, key) -> claim.variantId = key);

    private final BiConsumer<Claim, Long> setter;

    SubjectTable(BiConsumer<Claim, Long> setter) {
        this.setter = setter;
    }

    /** Makes a claim one about the record with this key. */
    void setSubject(Claim claim, Long key) {
        setter.accept(claim, key);
    }

    /** The table of an entity. */
    static SubjectTable of(Class<?> entity) {
        return ofType(entity.getSimpleName()).orElseThrow();
    }

    /** The table of the entities with a type in the schema. */
    static Optional<SubjectTable> ofType(String type) {
        String name = type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(table -> table.name().equals(name)).findFirst();
    }

    /** The name of the table. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
