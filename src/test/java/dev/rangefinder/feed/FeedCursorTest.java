package dev.rangefinder.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.history.RevisionFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Cursors whose revision the catalogue loses in a failover, after it has accepted them. */
@QuarkusTest
class FeedCursorTest {

    @Inject
    Feed feed;

    @Inject
    FeedReader reader;

    private void assertLost(Revision revision) {
        FeedCursor cursor = new FeedCursor(RevisionFilter.lastKey(revision.number()), revision);
        Throwable failure = Multi.createFrom()
                .safePublisher(feed.after(cursor, FeedFilter.ALL))
                .toUni()
                .onItem()
                .transform(event -> new AssertionError("The feed sent an event"))
                .onFailure()
                .recoverWithItem(lost -> new AssertionError(lost))
                .await()
                .atMost(Duration.ofSeconds(10));
        InputException lost = assertInstanceOf(InputException.class, failure.getCause());
        assertEquals(ErrorCode.REVISION_LOST, lost.code());
    }

    @Test
    void revisionThatIsMissingIsNotFollowed() throws Exception {
        Revision newest = reader.newest();
        assertLost(new Revision(newest.number() + 1_000, newest.changedAt() + 1));
    }

    @Test
    void numberOfAnotherRevisionIsNotFollowed() throws Exception {
        Revision newest = reader.newest();
        assertLost(new Revision(newest.number(), newest.changedAt() - 1));
    }
}
