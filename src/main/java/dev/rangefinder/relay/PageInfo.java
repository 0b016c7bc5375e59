package dev.rangefinder.relay;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** Relay Cursor Connections Specification, section 4. */
@Name("PageInfo")
@Description("Pagination information about a page.")
public final class PageInfo {

    private final Connection<?> page;

    PageInfo(Connection<?> page) {
        this.page = page;
    }

    /** Queries the database only when the page itself does not show whether there are edges after it. */
    @Description("Whether there are edges after this page.")
    @RunsStatement
    public boolean getHasNextPage() {
        return page.hasMore(true);
    }

    /** Queries the database only when the page itself does not show whether there are edges before it. */
    @Description("Whether there are edges before this page.")
    @RunsStatement
    public boolean getHasPreviousPage() {
        return page.hasMore(false);
    }

    @Nullable @Description("The cursor of the first edge of the page. Null if the page is empty.")
    public String getStartCursor() {
        return page.isEmpty() ? null : page.edge(0).getCursor();
    }

    @Nullable @Description("The cursor of the last edge of the page. Null if the page is empty.")
    public String getEndCursor() {
        return page.isEmpty() ? null : page.edge(page.size() - 1).getCursor();
    }
}
