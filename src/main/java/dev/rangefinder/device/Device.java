package dev.rangefinder.device;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Named;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A phone or a series of phones.")
public class Device extends Fact implements Named, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the device, such as `xiaomi-14`.")
    public String slug;

    @Description("The name of the device.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("Whether the device is a single model or a series.")
    public DeviceKind kind;

    @Ignore
    public @Nullable Long seriesId;

    @Ignore
    public Long brandId;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the device was announced. Null if unknown.")
    public PartialDate announcedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the device was first released in any market. Null if unknown.")
    public PartialDate releasedOn;

    @Nullable @Enumerated(EnumType.STRING)
    @Description("How far the device has come. Null if unknown.")
    public DeviceStatus status;

    @Nullable @Description("The system on a chip (SoC) of the device. Null if unknown.")
    public String chipset;

    @Nullable @Description("The code of the hardware, which devices with different names can share. Null if unknown.")
    public String hardwareCode;

    @Override
    @Reads(Device_.NAME)
    public String getDisplayName() {
        return name;
    }
}
