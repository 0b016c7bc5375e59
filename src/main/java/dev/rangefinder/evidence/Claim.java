package dev.rangefinder.evidence;

import dev.rangefinder.node.Node;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/** A claim never changes the values of its subject. The database derives whether it agrees with them and supports them. */
@Entity
@Description(
        "A statement in a citation about a subject as a whole or about one of its properties. Claims can contradict each other and the value in the catalogue.")
public class Claim extends SubjectReference implements Node {

    @Column(insertable = false, updatable = false)
    @Description("The version of this record, which increases with each change of its own values. Revisions expect it.")
    public Integer version;

    @Ignore
    public Long sourceId;

    @Ignore
    public @Nullable Long spokenById;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "standing")
    @Description("How well the claim is supported.")
    public Standing standing;

    @Enumerated(EnumType.STRING)
    @Description("How firmly the claim states what it says.")
    public Likelihood likelihood;

    @Nullable @Description(
            "The property of the subject that the claim is about, such as `releasedOn`. Null if the claim is about the subject as a whole.")
    public String property;

    @Nullable @Description("The value that the citation states. Null if it states none.")
    public String value;

    @Description("Whether the claim says that something will happen, rather than that it is so.")
    public boolean foreseen;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which it is expected to happen. Null if no date is stated.")
    public PartialDate expectedOn;

    @Nullable @Description("When it is expected to happen, in words. Null if not stated.")
    public String expected;

    @Name("effectsAreOpen")
    @Description("Whether the citation names the effects of the claim only as examples.")
    public boolean openEnded;

    @Nullable @Description("Additional information about the claim. Null if there is none.")
    public String remark;

    @Nullable @Column(insertable = false, updatable = false)
    @Description(
            "Whether the value of the claim agrees with the value in the catalogue, compared at the lower precision of the two. Null if either value is missing.")
    public Boolean agrees;

    @Column(insertable = false, updatable = false)
    @Description(
            "Whether the claim supports its subject: it agrees with the value in the catalogue, or nothing contradicts it there, and does not deny it.")
    public boolean supports;

    @Ignore
    @Column(insertable = false, updatable = false)
    public String weight;
}
