package dev.rangefinder.partnership;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A paginated list of the partnerships of a brand.")
public class BrandPartnershipConnection extends Connection<Partnership> {

    @Override
    @Description("The edges of this page, in order.")
    @SuppressWarnings("unchecked") // the relation creates no other edges
    public List<@NonNull BrandPartnershipEdge> getEdges() {
        return (List<BrandPartnershipEdge>) super.getEdges();
    }

    @Description("An edge in a paginated list of the partnerships of a brand, with the role of the brand.")
    public static class BrandPartnershipEdge extends Edge<Partnership> {

        private final MemberRole role;

        public BrandPartnershipEdge(MemberRole role) {
            this.role = role;
        }

        @Description("The role of the brand in the partnership.")
        public MemberRole getRole() {
            return role;
        }
    }
}
