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
@Description("A partnership in which an optics partner and a handset maker build cameras together.")
public class Partnership extends Fact implements Node, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the partnership, such as `leica-xiaomi`.")
    public String slug;

    @Description("The name of the partnership.")
    public String name;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the partnership was announced. Null if unknown.")
    public PartialDate announcedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the partnership started. Null if unknown.")
    public PartialDate startedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the partnership ended. Null if it has not ended or the date is unknown.")
    public PartialDate endedOn;

    @Nullable @Description("The name of the optics partner on the devices, such as `Leitz`. Null if unknown.")
    public String productBrand;

    @Nullable @Description("The line of devices that the partnership is known for, such as `P series`. Null if unknown.")
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
