package dev.rangefinder.evidence;

import dev.rangefinder.node.Named;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A person who is heard in a document.")
public class Speaker extends Fact implements Named, Cited, Subject {

    @Column(columnDefinition = "slug")
    @Description("The unique slug of the speaker, such as `lei-jun`.")
    public String slug;

    @Description("The name of the speaker.")
    public String name;

    @Nullable @Description("The role in which the person speaks. Null if not stated.")
    public String role;

    @Ignore
    public @Nullable Long brandId;

    @Override
    @Reads(Speaker_.NAME)
    public String getDisplayName() {
        return name;
    }
}
