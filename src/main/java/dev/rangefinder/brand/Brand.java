package dev.rangefinder.brand;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Named;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Entity
@Description("A brand of cameras, optics, imaging technology or handsets.")
public class Brand extends Fact implements Named, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the brand, such as `leica`.")
    public String slug;

    @Description("The name of the brand, in its own spelling.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text[]")
    @Description("What the brand makes. Empty if no document states it.")
    public List<@NonNull Trade> makes = List.of();

    @Ignore
    public @Nullable Long homeMarketId;

    @Override
    @Reads(Brand_.NAME)
    public String getDisplayName() {
        return name;
    }
}
