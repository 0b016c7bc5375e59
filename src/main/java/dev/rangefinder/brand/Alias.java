package dev.rangefinder.brand;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("Another name of a brand or a device, or the code of a model.")
public class Alias extends Fact implements Node, Cited, Subject {

    @Description("The name.")
    public String text;

    @Nullable @Description("The BCP 47 tag of the language of the name, such as `zh-Hans`. Null if it has none.")
    public String language;

    @Enumerated(EnumType.STRING)
    @Description("The kind of the alias.")
    public AliasKind kind;

    @Ignore
    public @Nullable Long brandId;

    @Ignore
    public @Nullable Long deviceId;
}
