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
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A brand in its role in a partnership.")
public class Member extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long brandId;

    @Enumerated(EnumType.STRING)
    @Description("The role of the brand in the partnership.")
    public MemberRole role;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description(
            "The date on which the brand joined the partnership. Null if unknown or if it has been a member from the start.")
    public PartialDate joinedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the brand left the partnership. Null if unknown or if it has not left.")
    public PartialDate leftOn;
}
