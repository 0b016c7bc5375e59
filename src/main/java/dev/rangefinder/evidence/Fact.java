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

/**
 * A record whose standing and citation follow from the claims about it. The database derives both when a transaction commits, so
 * that nobody sets them.
 */
@MappedSuperclass
@RegisterForReflection // rows are read into its fields by reflection
public abstract class Fact extends Keyed implements Cited {

    @Column(insertable = false, updatable = false)
    @Description("The version of this record, which increases with each change of its own values. Revisions expect it.")
    public Integer version;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing", insertable = false, updatable = false)
    @Description("How well this record is supported: the standing of the strongest claim that supports it.")
    public Standing standing;

    @Ignore
    @Column(insertable = false, updatable = false)
    public @Nullable Long citationId;

    @Override
    public @Nullable Long citationId() {
        return citationId;
    }
}
