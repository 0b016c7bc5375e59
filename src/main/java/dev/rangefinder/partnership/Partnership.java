package dev.rangefinder.partnership;

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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Entity
@Description("A partnership in which brands build cameras for phones together.")
public class Partnership extends Fact implements Named, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the partnership, such as `leica-xiaomi`.")
    public String slug;

    @Description("The name of the partnership.")
    public String name;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the agreement was signed. Null if unknown.")
    public PartialDate signedOn;

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

    @Nullable @Description("Whether a document says that the partnership goes on. Null if none says so.")
    public Boolean ongoing;

    @Column(columnDefinition = "text[]")
    @Description("The names of partners on the devices, such as `Leitz`. Empty if no document states one.")
    public List<@NonNull String> productBrands = List.of();

    @Column(columnDefinition = "text[]")
    @Description(
            "The lines of devices that the partnership is known for, such as `P series`. Empty if no document states one.")
    public List<@NonNull String> lines = List.of();

    @Ignore
    public @Nullable Long succeedsId;

    /**
     * The status on a day. A partial date is reached on its first day; an end is passed after its last day. A document that says
     * that the partnership goes on decides only about today and later, if no date does. Filters derive the same status by the
     * function {@code partnership_status} of the database.
     */
    PartnershipStatus statusOn(LocalDate day, LocalDate today) {
        if (endedOn != null && endedOn.last().isBefore(day)) {
            return PartnershipStatus.ENDED;
        }
        LocalDate start = start();
        boolean goesOn = start == null && Boolean.TRUE.equals(ongoing) && !day.isBefore(today);
        if (goesOn || start != null && !start.isAfter(day)) {
            return PartnershipStatus.ACTIVE;
        }
        return announcedOn != null && !announcedOn.first().isAfter(day)
                ? PartnershipStatus.ANNOUNCED
                : PartnershipStatus.UNKNOWN;
    }

    /**
     * The first day on which the partnership can have been active: that of its start or else its signing. Of the other beginnings,
     * those in the same period are more precise, so that the latest of them counts.
     */
    private @Nullable LocalDate start() {
        PartialDate start = startedOn == null ? signedOn : startedOn;
        return start == null
                ? null
                : Stream.of(start, signedOn, announcedOn)
                        .filter(date -> date != null && date.agreesWith(start))
                        .map(PartialDate::first)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    @Override
    @Reads(Partnership_.NAME)
    public String getDisplayName() {
        return name;
    }
}
