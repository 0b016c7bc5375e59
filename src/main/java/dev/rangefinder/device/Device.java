package dev.rangefinder.device;

import dev.rangefinder.evidence.Standing;
import dev.rangefinder.graphql.Entity;
import dev.rangefinder.graphql.Node;
import dev.rangefinder.graphql.PartialDate;
import dev.rangefinder.graphql.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A phone, or a series of phones. */
@jakarta.persistence.Entity
@Description("A phone, or a series of phones.")
public class Device extends Entity implements Node {

    @Column(columnDefinition = "slug")
    @Description("The name of the device in addresses, such as `xiaomi-14`.")
    public String slug;

    @Description("The name of the device.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("Whether it is one model or a series.")
    public DeviceKind kind;

    @Ignore
    public @Nullable Long seriesId;

    @Ignore
    public Long brandId;

    @Ignore
    public @Nullable Long partnershipId;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("When the device first came out, anywhere.")
    public PartialDate releasedOn;

    @Nullable @Description("The system on a chip that it is built on.")
    public String chipset;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing")
    @Description("How well the entry is supported.")
    public Standing standing;

    @Ignore
    public @Nullable Long citationId;
}
