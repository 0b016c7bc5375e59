package dev.rangefinder.partnership;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A page of the partnerships of a brand.")
public class BrandPartnershipConnection extends Connection<Partnership> {

    @Override
    @Description("The places of this page, in order.")
    @SuppressWarnings("unchecked") // the relation creates no other edges
    public List<@NonNull BrandPartnershipEdge> getEdges() {
        return (List<BrandPartnershipEdge>) super.getEdges();
    }

    @Description("One of the partnerships of a brand, with the part that the brand plays in it.")
    public static class BrandPartnershipEdge extends Edge<Partnership> {

        private final MemberRole role;

        public BrandPartnershipEdge(MemberRole role) {
            this.role = role;
        }

        @Description("The part that the brand plays in the partnership.")
        public MemberRole getRole() {
            return role;
        }
    }
}
