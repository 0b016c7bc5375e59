package dev.rangefinder.history;

import dev.rangefinder.evidence.SubjectReference;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.hibernate.annotations.Immutable;

/** A row of a view: it is read only. The foreign key to the changed object is that of its type. */
@Entity
@Immutable
@Description("A change of one object. A revision has one entry for each object that it changed.")
public class HistoryEntry extends SubjectReference {

    @Description("The revision of the catalogue that made the change.")
    public Integer revision;

    @Description("The time at which the change was committed.")
    public Instant at;

    @Description("Who made the change: a user, or a role of the database if the change was made by SQL.")
    public String subject;

    @Nullable @Description("Who identified the user. Null if the change was made by SQL.")
    public String issuer;

    @Nullable @Description("What made the change: the name of a mutation, or `import`. Null if the change was made by SQL.")
    public String operation;

    @Enumerated(EnumType.STRING)
    @Description("What happened to the object.")
    public HistoryEntryKind kind;

    @Description("The name of the type of the object, such as `Device`.")
    public String type;

    @Ignore
    public Long nodeKey;

    @Ignore
    public @Nullable Long claimId;

    @Id
    @Description("The ID of the object, which may not exist any more.")
    @Reads({"type", "nodeKey"})
    public String getNodeId() {
        return GlobalId.encode(type, nodeKey);
    }
}
