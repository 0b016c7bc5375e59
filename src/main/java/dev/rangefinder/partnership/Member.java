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
@Description("A brand in its part of a partnership.")
public class Member extends Keyed {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long brandId;

    @Enumerated(EnumType.STRING)
    @Description("The part that the brand plays. No two members of a partnership play the same.")
    public MemberRole role;
}
