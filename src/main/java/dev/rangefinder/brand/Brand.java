package dev.rangefinder.brand;

import dev.rangefinder.evidence.Standing;
import dev.rangefinder.graphql.Entity;
import dev.rangefinder.graphql.Node;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A brand of camera optics or of handsets. */
@jakarta.persistence.Entity
@Description("A brand of camera optics or of handsets.")
public class Brand extends Entity implements Node {

    @Column(columnDefinition = "slug")
    @Description("The name of the brand in addresses, such as `leica`.")
    public String slug;

    @Description("The name of the brand as it writes itself.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("What the brand makes.")
    public ProductKind makes;

    @Ignore
    public @Nullable Long homeMarketId;

    @Ignore
    public @Nullable Long parentId;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing")
    @Description("How well the entry is supported.")
    public Standing standing;

    @Ignore
    public @Nullable Long citationId;
}
