package dev.rangefinder.timeline;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.hibernate.annotations.Immutable;

/** A row of a view: it is read only. */
@Entity
@Immutable
@Description("A dated fact in the history of a partnership or a brand.")
public class TimelineEntry extends Keyed {

    @Enumerated(EnumType.STRING)
    @Description("The kind of the entry.")
    public TimelineKind kind;

    /** The place in the order of dates: a quarter has that of its first month. */
    @Ignore
    public String at;

    @Convert(converter = PartialDateConverter.class)
    @Column(name = "on_date", columnDefinition = "partial_date")
    @Description("The date. For a quarter, the year.")
    public PartialDate on;

    @Nullable @Description(
            "The property of the subject that has this date, such as `releasedOn`. For a figure, it can be a quarter. Null if a claim expects the subject as a whole.")
    public String property;

    @Ignore
    public @Nullable Long partnershipId;

    @Ignore
    public @Nullable Long memberId;

    @Ignore
    public @Nullable Long deviceId;

    @Ignore
    public @Nullable Long launchId;

    @Ignore
    public @Nullable Long figureId;

    @Ignore
    public @Nullable Long eventId;

    @Ignore
    public @Nullable Long brandId;

    @Ignore
    public @Nullable Long claimId;

    @Ignore
    public @Nullable Long ofPartnershipId;

    @Ignore
    public @Nullable Long ofBrandId;

    /** The global id of the subject. */
    GlobalId subject() {
        Map<String, Long> keys = new LinkedHashMap<>();
        keys.put("Partnership", partnershipId);
        keys.put("Member", memberId);
        keys.put("Device", deviceId);
        keys.put("Launch", launchId);
        keys.put("Figure", figureId);
        keys.put("Event", eventId);
        keys.put("Brand", brandId);
        keys.put("Claim", claimId);
        return keys.entrySet().stream()
                .filter(key -> key.getValue() != null)
                .map(key -> new GlobalId(key.getKey(), key.getValue()))
                .findFirst()
                .orElseThrow();
    }
}
