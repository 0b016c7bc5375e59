package dev.rangefinder.evidence;

import dev.rangefinder.relay.Keyed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A record with a standing and the citation that it is taken from. */
@MappedSuperclass
@RegisterForReflection // rows are read into its fields by reflection
public abstract class Fact extends Keyed implements Cited {

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing")
    @Description("How well this record is supported.")
    public Standing standing;

    @Ignore
    public @Nullable Long citationId;

    @Override
    public @Nullable Long citationId() {
        return citationId;
    }
}
