package dev.rangefinder.relay;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

/** Where a page lies in its connection: Relay Cursor Connections Specification, section 4. */
@Name("PageInfo")
@Description("Where a page lies in its connection.")
public final class PageInfo {

    private final Connection<?> page;

    PageInfo(Connection<?> page) {
        this.page = page;
    }

    /** Whether there is more after this page. Asked of the database only where the page itself does not tell. */
    @Description("Whether the connection goes on after this page.")
    @RunsStatement
    public boolean getHasNextPage() {
        return page.hasMore(true);
    }

    /** Whether there is more before this page. Asked of the database only where the page itself does not tell. */
    @Description("Whether the connection has more before this page.")
    @RunsStatement
    public boolean getHasPreviousPage() {
        return page.hasMore(false);
    }

    @Nullable @Description("The cursor of the first edge; null when the page is empty.")
    public String getStartCursor() {
        return page.isEmpty() ? null : page.edge(0).getCursor();
    }

    @Nullable @Description("The cursor of the last edge; null when the page is empty.")
    public String getEndCursor() {
        return page.isEmpty() ? null : page.edge(page.size() - 1).getCursor();
    }
}
