package dev.rangefinder.relay;

import io.smallrye.graphql.api.Nullable;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** Relay Cursor Connections Specification, section 4. */
@Name("PageInfo")
@Description("Pagination information about a page.")
public final class PageInfo {

    private final Predicate<Boolean> more;
    private final int size;
    private final IntFunction<String> cursors;

    /**
     * Creates the information about a page.
     *
     * @param more whether there are edges after the page (true), or before it (false)
     * @param size the number of its edges
     * @param cursors the cursors of its edges
     */
    public PageInfo(Predicate<Boolean> more, int size, IntFunction<String> cursors) {
        this.more = more;
        this.size = size;
        this.cursors = cursors;
    }

    /** Queries the database only when the page itself does not show whether there are edges after it. */
    @Description("Whether there are edges after this page.")
    @RunsStatement
    public boolean getHasNextPage() {
        return more.test(true);
    }

    /** Queries the database only when the page itself does not show whether there are edges before it. */
    @Description("Whether there are edges before this page.")
    @RunsStatement
    public boolean getHasPreviousPage() {
        return more.test(false);
    }

    @Nullable @Description("The cursor of the first edge of the page. Null if the page is empty.")
    public String getStartCursor() {
        return size == 0 ? null : cursors.apply(0);
    }

    @Nullable @Description("The cursor of the last edge of the page. Null if the page is empty.")
    public String getEndCursor() {
        return size == 0 ? null : cursors.apply(size - 1);
    }
}
