package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The levels that one field of a level leads to: one for each type of its objects. */
final class ChildLevels {

    /** Those of a field without objects. */
    static final ChildLevels NONE = new ChildLevels(FanOut.ROOT, 0);

    private final FanOut fanOut;
    private final int parents;
    private int objects;
    private @Nullable Level first;

    /** The others, of which most fields have none. */
    private List<Level> more = List.of();

    /**
     * No levels yet.
     *
     * @param fanOut how many objects they can have
     * @param parents how many objects the level of the field has
     */
    ChildLevels(FanOut fanOut, int parents) {
        this.fanOut = fanOut;
        this.parents = parents;
    }

    FanOut fanOut() {
        return fanOut;
    }

    /** Counts one more object, and gives how many there are. */
    int count() {
        return ++objects;
    }

    void add(Object object, Row row) {
        of(row.selection).add(object, row);
    }

    private Level of(Selection selection) {
        if (first == null) {
            first = empty(selection);
        }
        return first.selection() == selection ? first : other(selection);
    }

    private Level other(Selection selection) {
        for (Level level : more) {
            if (level.selection() == selection) {
                return level;
            }
        }
        if (more.isEmpty()) {
            more = new ArrayList<>();
        }
        Level level = empty(selection);
        more.add(level);
        return level;
    }

    /** Most relations lead to at least one object from each. */
    private Level empty(Selection selection) {
        return Level.empty(selection, fanOut, parents);
    }

    /** How many objects they have. */
    int objects() {
        return objects;
    }

    void addTo(Collection<Level> levels) {
        if (first != null) {
            levels.add(first);
            levels.addAll(more);
        }
    }
}
