package dev.rangefinder.brand;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A brand of camera optics or handsets.")
public class Brand extends Fact implements Node, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the brand, such as `leica`.")
    public String slug;

    @Description("The name of the brand, in its own spelling.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("The kind of products that the brand makes.")
    public ProductKind makes;

    @Ignore
    public @Nullable Long homeMarketId;

    @Ignore
    public @Nullable Long parentId;
}
