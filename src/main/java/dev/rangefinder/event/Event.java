package dev.rangefinder.event;

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
@Description("An event that brands or partnerships were part of or that affected them.")
public class Event extends Fact implements Named, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the event, such as `mobile-world-congress-2024`.")
    public String slug;

    @Description("The name of the event.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("The kind of the event.")
    public EventKind kind;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(name = "on_date", columnDefinition = "partial_date")
    @Description("The date of the event, or its first date. Null if unknown.")
    public PartialDate on;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The last date of the event. Null if unknown or if it took one day.")
    public PartialDate until;

    @Nullable @Description("The place of the event. Null if unknown.")
    public String place;

    @Ignore
    public @Nullable Long marketId;

    @Override
    @Reads(Event_.NAME)
    public String getDisplayName() {
        return name;
    }
}
