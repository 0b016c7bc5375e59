package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A market that is included in the territory of a partnership or excluded from it.")
public class Territory extends Fact implements Cited {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long marketId;

    @Description("Whether the market is included in the territory. False if it is excluded.")
    public boolean included;

    @Nullable @Description("Whether the partners work exclusively with each other in the market. Null if unknown.")
    public Boolean exclusive;
}
