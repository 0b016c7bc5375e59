package dev.rangefinder.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rangefinder.change.Revision;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.buffer.Buffer;
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

        /** The most memory that kept answers take; 0 keeps none. */
        @WithDefault("64M")
        MemorySize size();
    }

    /** About what an entry takes besides its bytes. */
    private static final int ENTRY = 512;

    private final @Nullable Cache<String, Buffer> answers;
    private final AtomicLong latest = new AtomicLong();

    AnswerCache(Config config) {
        long size = config.size().asLongValue();
        this.answers = size == 0 ? null : ofSize(size);
    }

    private static Cache<String, Buffer> ofSize(long size) {
        return Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String tag, Buffer body) -> ENTRY + body.length())
                .build();
    }

    /** Whether anything is ever kept. */
    boolean isOn() {
        return answers != null;
    }

    /** The answer with a tag, from a revision. */
    Optional<Buffer> find(Revision revision, String tag) {
        if (answers == null) {
            return Optional.empty();
        }
        dropBefore(revision, answers);
        return Optional.ofNullable(answers.getIfPresent(tag));
    }

    /** Keeps the answer with a tag, from a revision. */
    void keep(Revision revision, String tag, Buffer body) {
        if (answers != null) {
            dropBefore(revision, answers);
            answers.put(tag, body);
        }
    }

    /**
     * Answers from earlier revisions would only be in the way of others. Nobody asks for them again, but for operations on a
     * database replica that is late; their answers have tags of their own and go with the next revision.
     */
    private void dropBefore(Revision revision, Cache<String, Buffer> earlier) {
        long number = revision.number();
        if (latest.get() < number && latest.getAndAccumulate(number, Math::max) < number) {
            earlier.invalidateAll();
        }
    }
}
