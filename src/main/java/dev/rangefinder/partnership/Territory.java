package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A market that is included in the territory of a partnership or excluded from it.")
public class Territory extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long marketId;

    @Description("Whether the market is included in the territory. False if it is excluded.")
    public boolean included;

    @Nullable @Description("Whether the partners work exclusively with each other in the market. Null if unknown.")
    public Boolean exclusive;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description(
            "The first date on which the territory is valid. Null if unknown or if it has been valid from the start.")
    public PartialDate since;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The last date on which the territory is valid. Null if unknown or if it still is.")
    public PartialDate until;
}
