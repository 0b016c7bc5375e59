package dev.rangefinder.evidence;

import dev.rangefinder.relay.Keyed;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("What a claim would mean for a brand or a device if it came true.")
public class Effect extends Keyed {

    @Ignore
    public Long claimId;

    @Enumerated(EnumType.STRING)
    @Description("Whether the brand or device would benefit or be affected in another way.")
    public EffectKind kind;

    @Ignore
    public @Nullable Long brandId;

    @Ignore
    public @Nullable Long deviceId;

    @Nullable @Description("How it would be affected, in words. Null if not stated.")
    public String statement;
}
