package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The levels below one field of a level: one for each type of its objects. */
final class ChildLevels {

    /** For a field without objects. */
    static final ChildLevels NONE = new ChildLevels(FanOut.ROOT, 0);

    private final FanOut fanOut;
    private final int parents;
    private int objects;
    private @Nullable Level first;

    /** Levels of further types, which most fields do not have. */
    private List<Level> more = List.of();

    /**
     * Creates the levels of a field, which are empty.
     *
     * @param fanOut how many objects they can have
     * @param parents the number of objects of the field's own level
     */
    ChildLevels(FanOut fanOut, int parents) {
        this.fanOut = fanOut;
        this.parents = parents;
    }

    FanOut fanOut() {
        return fanOut;
    }

    /** Counts an object, and returns the number so far. */
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

    /** Sized by the parents, because most relations lead to at least one object from each. */
    private Level empty(Selection selection) {
        return Level.empty(selection, fanOut, parents);
    }

    /** The number of objects of all levels. */
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
