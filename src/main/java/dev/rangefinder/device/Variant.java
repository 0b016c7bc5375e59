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
@Description("A variant of a device: for one market, or with other hardware.")
public class Variant extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long deviceId;

    @Ignore
    public @Nullable Long marketId;

    @Nullable @Description("The code of the variant. Null if unknown.")
    public String code;

    @Nullable @Description("The system on a chip (SoC) of the variant. Null if unknown or if it is that of the device.")
    public String chipset;

    @Nullable @Description("The memory, in gigabytes. Null if unknown.")
    public Integer memory;

    @Nullable @Description("The storage, in gigabytes. Null if unknown.")
    public Integer storage;
}
