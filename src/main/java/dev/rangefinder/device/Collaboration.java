package dev.rangefinder.device;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A device as a result of a partnership.")
public class Collaboration extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long partnershipId;

    @Ignore
    public Long deviceId;

    @Nullable @Description("The place of the device among those of the partnership, from 1. Null if unknown.")
    public Integer position;
}
