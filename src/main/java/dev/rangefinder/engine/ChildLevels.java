package dev.rangefinder.engine;

import java.util.ArrayList;
import java.util.List;

/** The levels that one field of a level leads to: one for each type of its objects. */
final class ChildLevels {

    /** Those of a field without objects. */
    static final ChildLevels NONE = new ChildLevels(FanOut.ROOT, 0);

    private final FanOut fanOut;
    private final int parents;
    private List<Level> levels = List.of();
    private long objects;

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
    long count() {
        return ++objects;
    }

    void add(Object object, Row row) {
        of(row.selection).add(object, row);
    }

    private Level of(Selection selection) {
        for (Level level : levels) {
            if (level.selection() == selection) {
                return level;
            }
        }
        if (levels.isEmpty()) {
            levels = new ArrayList<>(1);
        }
        // Most relations lead to at least one object from each.
        Level level = Level.empty(selection, fanOut, parents);
        levels.add(level);
        return level;
    }

    /** How many objects they have. */
    long objects() {
        return objects;
    }

    List<Level> levels() {
        return levels;
    }
}
