package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

@Entity
@Description("An optics partner and a handset maker who build cameras together.")
public class Partnership extends Fact implements Node, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The name of the partnership in addresses, such as `leica-xiaomi`.")
    public String slug;

    @Description("The name of the partnership.")
    public String name;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("When the partnership was announced.")
    public PartialDate announcedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("When the partnership started.")
    public PartialDate startedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("When the partnership ended.")
    public PartialDate endedOn;

    @Nullable @Description("The name of the optics partner that the devices carry, such as `Leitz`.")
    public String productBrand;

    @Nullable @Description("The line of devices that the partnership is known for, such as `P series`.")
    public String line;

    /** The status on a day. A partial date counts as reached from its first day; an end counts as passed after its last day. */
    PartnershipStatus statusOn(LocalDate day) {
        if (endedOn != null && endedOn.last().isBefore(day)) {
            return PartnershipStatus.ENDED;
        }
        if (startedOn != null && !startedOn.first().isAfter(day)) {
            return PartnershipStatus.ACTIVE;
        }
        if (announcedOn != null && !announcedOn.first().isAfter(day)) {
            return PartnershipStatus.ANNOUNCED;
        }
        return PartnershipStatus.UNKNOWN;
    }
}
