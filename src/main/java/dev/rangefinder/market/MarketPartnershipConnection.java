package dev.rangefinder.market;

import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A paginated list of the partnerships whose territory includes or excludes a market.")
public class MarketPartnershipConnection extends Connection<Partnership> {

    @Override
    @Description("The edges of this page, in order.")
    @SuppressWarnings("unchecked") // the relation creates no other edges
    public List<@NonNull MarketPartnershipEdge> getEdges() {
        return (List<MarketPartnershipEdge>) super.getEdges();
    }

    @Description(
            "An edge in a paginated list of the partnerships whose territory includes or excludes a market, with the territory that decides.")
    public static class MarketPartnershipEdge extends Edge<Partnership> {

        private final long territory;
        private final boolean included;
        private final @org.jspecify.annotations.Nullable Boolean exclusive;

        public MarketPartnershipEdge(
                long territory, boolean included, @org.jspecify.annotations.Nullable Boolean exclusive) {
            this.territory = territory;
            this.included = included;
            this.exclusive = exclusive;
        }

        /** The key of the territory that decides. */
        @Ignore
        long territory() {
            return territory;
        }

        @Description("Whether the market is included in the territory of the partnership. False if it is excluded.")
        public boolean isIncluded() {
            return included;
        }

        @Nullable @Description("Whether the partners work exclusively with each other in the market. Null if unknown.")
        public Boolean getExclusive() {
            return exclusive;
        }
    }
}
