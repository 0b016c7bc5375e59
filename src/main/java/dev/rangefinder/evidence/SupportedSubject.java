package dev.rangefinder.evidence;

import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.hibernate.annotations.Immutable;

/** A row of a view: it is read only. */
@Entity
@Immutable
@Description("A record that a citation supports by at least one claim.")
public class SupportedSubject extends SubjectReference {

    @Ignore
    public Long sourceId;

    @Description("The name of the type of the record, such as `Device`.")
    public String type;
}
