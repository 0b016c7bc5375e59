package dev.rangefinder.brand;

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
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("The ownership of a brand by another one.")
public class Ownership extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long brandId;

    @Ignore
    public Long ownerId;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date since which the owner has had the brand. Null if unknown.")
    public PartialDate since;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The last date on which the owner had the brand. Null if unknown or if it still has it.")
    public PartialDate until;

    /** The key of the owner on a day: the latest one that is not known to own the brand only later or before; null for none. */
    static @org.jspecify.annotations.Nullable Long ownerOn(LocalDate day, List<Ownership> ownerships) {
        return ownerships.stream()
                .filter(one -> one.since == null || !one.since.first().isAfter(day))
                .filter(one -> one.until == null || !one.until.last().isBefore(day))
                .max(Comparator.comparing(one -> one.since == null ? LocalDate.MIN : one.since.first()))
                .map(one -> one.ownerId)
                .orElse(null);
    }
}
