package dev.rangefinder.partnership;

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
@Description("Something that a partnership combines, and the member that contributes it.")
public class Contribution extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long partnershipId;

    @Ignore
    public @Nullable Long brandId;

    @Enumerated(EnumType.STRING)
    @Description("What is contributed.")
    public ContributionKind kind;

    @Nullable @Description("The contribution in words. Null if there is no statement.")
    public String statement;
}
