package dev.rangefinder.brand;

import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.EffectKind;
import dev.rangefinder.evidence.Effect_;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.Relation;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A paginated list of the claims that would affect an object.")
public class AffectedByConnection extends Connection<Claim> {

    /** The same relation with edges that tell the kind of the effect. */
    public static <P extends Keyed> Relation<P, Claim, AffectedByConnection> of(
            Relation<P, Claim, Connection<Claim>> relation) {
        return relation.with(
                List.of(EffectApi.EFFECTS.columnName(Effect_.KIND)),
                (row, first) -> new AffectedByEdge(EffectKind.valueOf(row.getString(first))),
                AffectedByConnection::new);
    }

    @Override
    @Description("The edges of this page, in order.")
    @SuppressWarnings("unchecked") // the relation creates no other edges
    public List<@NonNull AffectedByEdge> getEdges() {
        return (List<AffectedByEdge>) super.getEdges();
    }

    @Description("An edge in a paginated list of the claims that would affect an object, with the kind of the effect.")
    public static class AffectedByEdge extends Edge<Claim> {

        private final EffectKind kind;

        public AffectedByEdge(EffectKind kind) {
            this.kind = kind;
        }

        @Description("Whether the object would benefit or be affected in another way.")
        public EffectKind getKind() {
            return kind;
        }
    }
}
