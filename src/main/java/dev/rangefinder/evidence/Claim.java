package dev.rangefinder.evidence;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A claim never changes its subject by itself. */
@Entity
@Description(
        "A statement in a citation about a subject as a whole or about one of its properties. Claims can contradict each other and the value in the catalogue.")
public class Claim extends Keyed {

    @Ignore
    public Long citationId;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing")
    @Description("How well the claim is supported.")
    public Standing standing;

    @Nullable @Description(
            "The property of the subject that the claim is about, such as `releasedOn`. Null if the claim is about the subject as a whole.")
    public String property;

    @Nullable @Description("The value that the citation states. Null if it states none.")
    public String value;

    @Nullable @Enumerated(EnumType.STRING)
    @Description("What the citation expects of the property in the future. Null if it states no expectation.")
    public Expectation expectation;

    @Nullable @Description("Additional information about the claim. Null if there is none.")
    public String remark;

    @Ignore
    public @Nullable Long brandId;

    @Ignore
    public @Nullable Long partnershipId;

    @Ignore
    public @Nullable Long deviceId;

    @Ignore
    public @Nullable Long marketId;

    @Ignore
    public @Nullable Long launchId;

    @Ignore
    public @Nullable Long figureId;

    /** Whether the claimed value is compatible with the stored one; null when either is missing. */
    @Nullable Boolean agreesWith(@Nullable Object stored) {
        if (value == null || stored == null) {
            return null;
        }
        try {
            if (stored instanceof PartialDate date) {
                return date.agreesWith(new PartialDate(value));
            }
            if (stored instanceof BigDecimal number) {
                return number.compareTo(new BigDecimal(value)) == 0;
            }
        } catch (IllegalArgumentException e) {
            return false; // the claimed value is not a date or a number
        }
        return value.equals(stored.toString());
    }
}
