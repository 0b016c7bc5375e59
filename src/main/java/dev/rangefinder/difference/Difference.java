package dev.rangefinder.difference;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** It is no row of a table, but {@link DifferencePage} pages it like one. */
@Description(
        "What differs about an object between two moments. Only the net difference counts: what changed and was changed back between them is none.")
public final class Difference extends Keyed {

    private final Period period;
    private final GlobalId id;
    private final boolean before;
    private final boolean after;
    private final boolean changed;
    private final int place;

    /**
     * Creates a difference.
     *
     * @param place the place of its type in a list
     */
    Difference(Period period, GlobalId id, boolean before, boolean after, boolean changed, int place) {
        this.period = period;
        this.id = id;
        this.before = before;
        this.after = after;
        this.changed = changed;
        this.place = place;
    }

    /** An object that differs, in a list that belongs to this difference. */
    Difference item(GlobalId item, int placeOfType, boolean wasThere, boolean isThere) {
        return new Difference(period, item, wasThere, isThere, true, placeOfType);
    }

    GlobalId id() {
        return id;
    }

    /** Whether the object has a neighbourhood. */
    boolean isOfPartnership() {
        return id.type().equals("Partnership");
    }

    /** The position in a list. */
    DifferencePosition position() {
        return new DifferencePosition(place, id.key());
    }

    @Description("The first of the two revisions.")
    public DatedRevision getFrom() {
        return period.from();
    }

    @Description("The second of the two revisions.")
    public DatedRevision getTo() {
        return period.to();
    }

    @Id
    @Description("The ID of the object, which may not exist any more.")
    public String getNodeId() {
        return id.encoded();
    }

    @Description("The name of the type of the object, such as `Device`.")
    public String getType() {
        return id.type();
    }

    @Description("How the object differs.")
    public DifferenceKind getKind() {
        return DifferenceKind.of(before, after, changed);
    }

    @Description(
            "Whether the object was there at the first moment: in the catalogue, or in the list of claims or the neighbourhood that this is an item of. An object that was removed and restored in between existed before and exists after.")
    public boolean getExistedBefore() {
        return before;
    }

    @Description("Whether the object is there at the second moment.")
    public boolean getExistsAfter() {
        return after;
    }
}
