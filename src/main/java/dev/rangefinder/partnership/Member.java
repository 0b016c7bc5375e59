package dev.rangefinder.partnership;

import dev.rangefinder.relay.Keyed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

@Entity
@Name("PartnershipMember")
@Description("A brand in its role in a partnership.")
public class Member extends Keyed {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long brandId;

    @Enumerated(EnumType.STRING)
    @Description("The role of the brand in the partnership. No two members have the same role.")
    public MemberRole role;
}
