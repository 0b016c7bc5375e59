package dev.rangefinder.evidence;

import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of speakers. */
@GraphQLApi
public class SpeakerApi implements NodeSource {

    /** All speakers. */
    public static final EntityTable<Speaker> SPEAKERS =
            EntityTable.of(Speaker.class, Speaker_.SLUG, Order.ascending(SpeakerOrderField.SLUG));

    static final ToOne<Claim, Speaker> SPEAKER = EvidenceApi.CLAIMS.toOne(Claim_.SPOKEN_BY_ID, SPEAKERS);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(SPEAKERS);
    }

    @Query
    @Nullable @Description("The speaker with the given slug. Null if it does not exist.")
    public Speaker speaker(@Description("The slug of the speaker, such as `lei-jun`.") String slug) {
        return SPEAKERS.find(slug);
    }

    @Query
    @Description("The speakers of the catalogue, ordered by slug by default.")
    public Connection<Speaker> speakers(PageRequest<SpeakerFilter, SpeakerOrderField> page) {
        return SPEAKERS.page(page);
    }

    @Name("statements")
    @Description("The claims that the speaker makes, the strongest first by default.")
    @Reads({})
    public List<Connection<Claim>> claimsOfSpeaker(
            @Source List<Speaker> speakers, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return SPEAKER.inverse().pages(speakers, page);
    }

    @Nullable @Description("The person who makes the claim in the citation. Null if it is the author or unknown.")
    @Reads(Claim_.SPOKEN_BY_ID)
    public List<Speaker> speaker(@Source List<Claim> claims) {
        return SPEAKER.of(claims);
    }
}
