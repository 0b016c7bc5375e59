package dev.rangefinder.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.change.Revision;
import dev.rangefinder.memory.Memory;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Caches encoded answers by their entity tags, in bounded memory. An evicted answer is computed again. */
@Singleton
final class AnswerCache {

    /** The size of the cache. */
    @ConfigMapping(prefix = "rangefinder.cache")
    interface Config {

        /** The memory for cached answers, at most a sixteenth of the heap; 0 disables the cache. */
        @WithDefault("64M")
        MemorySize size();
    }

    /** The approximate size of an entry without its content, in bytes. */
    private static final int ENTRY_OVERHEAD = 512;

    /** The cache takes at most the heap divided by this. */
    private static final int HEAP_SHARE = 16;

    private final @Nullable Cache<String, Content> answers;
    private final long maxAnswerSize;
    private final AtomicLong latest = new AtomicLong();

    AnswerCache(Config config) {
        long size = Memory.atMost(config.size().asLongValue(), HEAP_SHARE);
        this.maxAnswerSize = size / 4;
        this.answers = size == 0 ? null : ofSize(size);
    }

    private static Cache<String, Content> ofSize(long size) {
        return Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String tag, Content content) -> ENTRY_OVERHEAD + Math.toIntExact(content.length()))
                .build();
    }

    boolean isEnabled() {
        return answers != null;
    }

    /** The answer with a tag, from a revision. The caller releases it. */
    Optional<Content> find(Revision revision, String tag) {
        if (answers == null) {
            return Optional.empty();
        }
        invalidateBefore(revision, answers);
        return Optional.ofNullable(answers.getIfPresent(tag)).map(Content::retain);
    }

    /** Caches the answer with a tag, from a revision, unless it would displace many others. */
    void put(Revision revision, String tag, Content content) {
        if (answers != null && content.length() <= maxAnswerSize) {
            invalidateBefore(revision, answers);
            content.markCached();
            answers.put(tag, content);
        }
    }

    /**
     * Evicts answers from earlier revisions, which would only take space. Only operations on a lagging database replica still
     * need such answers, and what these add is evicted with the next revision.
     */
    private void invalidateBefore(Revision revision, Cache<String, Content> earlier) {
        long number = revision.number();
        if (latest.get() < number && latest.getAndAccumulate(number, Math::max) < number) {
            earlier.invalidateAll();
        }
    }
}
