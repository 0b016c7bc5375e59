package dev.rangefinder.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.GarbageCollectorMXBean;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The garbage collectors are busy when they have to run again and again. */
class CollectorLoadTest {

    private static final long PART = 20;

    private final Collector young = new Collector("young");
    private final Collector full = new Collector("full");
    private final CollectorLoad load = new CollectorLoad(List.of(young, full));

    /** A collector that runs when a test says so. */
    private static final class Collector implements GarbageCollectorMXBean {

        private final String name;
        private long count;
        private long milliseconds;

        private Collector(String name) {
            this.name = name;
        }

        private void run(long duration) {
            count++;
            milliseconds += duration;
        }

        @Override
        public long getCollectionCount() {
            return count;
        }

        @Override
        public long getCollectionTime() {
            return milliseconds;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public String[] getMemoryPoolNames() {
            return new String[0];
        }

        @Override
        public ObjectName getObjectName() {
            throw new UnsupportedOperationException("It is not registered");
        }
    }

    @Test
    void singleCollectionIsNoLoadHoweverLongItTakes() {
        full.run(1_500);
        young.run(100);
        assertFalse(load.isMoreThan(PART));
    }

    @Test
    void collectionsThatFollowEachOtherAreLoad() {
        full.run(100);
        full.run(100);
        assertTrue(load.isMoreThan(PART));
    }

    @Test
    void shortCollectionsAreNoLoad() {
        for (int i = 0; i < 10; i++) {
            young.run(1);
        }
        assertFalse(load.isMoreThan(PART));
    }

    @Test
    void loadEndsWithTheCollections() throws InterruptedException {
        full.run(100);
        full.run(100);
        assertTrue(load.isMoreThan(PART));
        Thread.sleep(2_100);
        assertFalse(load.isMoreThan(PART));
    }
}
