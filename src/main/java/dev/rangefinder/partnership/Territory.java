package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A market in which a partnership holds, or which is excepted from a larger one.")
public class Territory extends Fact implements Cited {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long marketId;

    @Description("Whether the market is part of the territory; false when it is excepted from it.")
    public boolean included;

    @Nullable @Description("Whether the partners work with nobody else there; null when nobody says so.")
    public Boolean exclusive;
}
