package dev.rangefinder.history;

import dev.rangefinder.filter.Conditions;
import dev.rangefinder.filter.Operators;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/**
 * Operators for the revision of an entry. The upper bits of the key of an entry are its revision, so that a range of revisions is
 * a range of keys.
 */
@Input("RevisionFilter")
@Description("Comparison operators for revisions of the catalogue.")
public record RevisionFilter(
        @Nullable @Description("This revision or a later one.")
        Integer gte,

        @Nullable @Description("Later than this revision.") Integer gt,

        @Nullable @Description("This revision or an earlier one.")
        Integer lte,

        @Nullable @Description("Earlier than this revision.")
        Integer lt)
        implements Operators {

    private static final int ENTRY_BITS = 24;

    /** The revisions after this one. */
    static RevisionFilter after(int revision) {
        return new RevisionFilter(null, revision, null, null);
    }

    @Override
    public void restrict(Conditions rows, String key) {
        if (gte != null) {
            rows.range(key, key + " >= ?", firstKey(gte));
        }
        if (gt != null) {
            rows.range(key, key + " >= ?", firstKey(gt + 1L));
        }
        if (lte != null) {
            rows.range(key, key + " < ?", firstKey(lte + 1L));
        }
        if (lt != null) {
            rows.range(key, key + " < ?", firstKey(lt));
        }
    }

    private static long firstKey(long revision) {
        return revision << ENTRY_BITS;
    }

    /** The last key that an entry of a revision can have. */
    public static long lastKey(long revision) {
        return firstKey(revision + 1) - 1;
    }

    /** The last revision whose entries all have keys up to this one. */
    public static long lastWholeRevision(long key) {
        return revisionOf(key + 1) - 1;
    }

    /** The revision of the entry with a key. */
    public static long revisionOf(long key) {
        return key >> ENTRY_BITS;
    }
}
