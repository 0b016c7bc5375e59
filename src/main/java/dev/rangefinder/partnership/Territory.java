package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Standing;
import dev.rangefinder.graphql.Keyed;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A market in which a partnership holds, or which is excepted from a larger one. */
@Entity
@Description("A market in which a partnership holds, or which is excepted from a larger one.")
public class Territory extends Keyed {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long marketId;

    @Description("Whether the market is part of the territory; false when it is excepted from it.")
    public boolean included;

    @Nullable @Description("Whether the partners work with nobody else there; null when nobody says so.")
    public Boolean exclusive;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing")
    @Description("How well the entry is supported.")
    public Standing standing;

    @Ignore
    public @Nullable Long citationId;
}
