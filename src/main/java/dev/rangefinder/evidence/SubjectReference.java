package dev.rangefinder.evidence;

import dev.rangefinder.relay.Keyed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Ignore;

/** A row that refers to the subject of claims: exactly one of these foreign keys is not null. */
@MappedSuperclass
@RegisterForReflection // rows are read into its fields by reflection
public abstract class SubjectReference extends Keyed {

    @Ignore
    public @Nullable Long aliasId;

    @Ignore
    public @Nullable Long brandId;

    @Ignore
    public @Nullable Long citationId;

    @Ignore
    public @Nullable Long collaborationId;

    @Ignore
    public @Nullable Long contributionId;

    @Ignore
    public @Nullable Long deviceId;

    @Ignore
    public @Nullable Long eventId;

    @Ignore
    public @Nullable Long figureId;

    @Ignore
    public @Nullable Long launchId;

    @Ignore
    public @Nullable Long launchPriceId;

    @Ignore
    public @Nullable Long marketId;

    @Ignore
    public @Nullable Long memberId;

    @Ignore
    public @Nullable Long ownershipId;

    @Ignore
    public @Nullable Long partnershipId;

    @Ignore
    public @Nullable Long speakerId;

    @Ignore
    public @Nullable Long termId;

    @Ignore
    public @Nullable Long territoryId;

    @Ignore
    public @Nullable Long variantId;
}
