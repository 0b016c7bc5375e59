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

/** Keeps encoded answers under their entity tags, in bounded memory. What it forgets is only computed again. */
@Singleton
final class AnswerCache {

    /** How much is kept. */
    @ConfigMapping(prefix = "rangefinder.cache")
    interface Config {

        /** The most memory that kept answers take, of the heap a sixteenth at the most; 0 keeps none. */
        @WithDefault("64M")
        MemorySize size();
    }

    /** About what an entry takes besides its bytes. */
    private static final int ENTRY = 512;

    /** The largest part of the heap, as its reciprocal. */
    private static final int PART = 16;

    private final @Nullable Cache<String, Content> answers;
    private final long largest;
    private final AtomicLong latest = new AtomicLong();

    AnswerCache(Config config) {
        long size = Memory.atMost(config.size().asLongValue(), PART);
        this.largest = size / 4;
        this.answers = size == 0 ? null : ofSize(size);
    }

    private static Cache<String, Content> ofSize(long size) {
        return Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String tag, Content content) -> ENTRY + Math.toIntExact(content.length()))
                .build();
    }

    /** Whether anything is ever kept. */
    boolean isOn() {
        return answers != null;
    }

    /** The answer with a tag, from a revision; used by who finds it. */
    Optional<Content> find(Revision revision, String tag) {
        if (answers == null) {
            return Optional.empty();
        }
        dropBefore(revision, answers);
        return Optional.ofNullable(answers.getIfPresent(tag)).map(Content::use);
    }

    /** Keeps the answer with a tag, from a revision, unless that would take the place of many others. */
    void keep(Revision revision, String tag, Content content) {
        if (answers != null && content.length() <= largest) {
            dropBefore(revision, answers);
            content.keep();
            answers.put(tag, content);
        }
    }

    /**
     * Answers from earlier revisions would only be in the way of others. Nobody asks for them again, but for operations on a
     * database replica that is late; their answers have tags of their own and go with the next revision.
     */
    private void dropBefore(Revision revision, Cache<String, Content> earlier) {
        long number = revision.number();
        if (latest.get() < number && latest.getAndAccumulate(number, Math::max) < number) {
            earlier.invalidateAll();
        }
    }
}
