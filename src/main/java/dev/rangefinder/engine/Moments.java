package dev.rangefinder.engine;

import dev.rangefinder.change.Revision;
import dev.rangefinder.engine.document.AskedMoment;
import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.OutdatedException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the moments that operations ask for. Those found before are assumed to be right, because the transaction that opens one fails if
 * it is not: then the moment is found again.
 */
final class Moments {

    private static final int MAX_KNOWN = 1_000;

    private final ReadContexts contexts;
    private final Map<Long, Moment> known = new ConcurrentHashMap<>();
    private volatile @Nullable Moment current;

    Moments(ReadContexts contexts) {
        this.contexts = contexts;
    }

    /** Finds a moment by a transaction of its own. */
    Moment find(AskedMoment asked, long atLeast, ReadContext context) {
        Moment found = contexts.read(context, () -> asked.in(context.transaction(), atLeast));
        remember(found.on(null));
        return found;
    }

    private void remember(Moment found) {
        if (!found.isPast()) {
            current = found;
        }
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        known.put(found.revision(), found);
    }

    /** Learns of a revision that an operation has read. */
    void observe(Revision read) {
        Moment last = current;
        if (last == null || last.revision() < read.number()) {
            current = new Moment(read.number(), read.changedAt(), false);
        }
    }

    /** Executes an operation as of the moment that it asks for. */
    Answer read(AskedMoment asked, long atLeast, ReadContext context, Supplier<Answer> operation) {
        return assumed(asked, atLeast)
                .flatMap(moment -> contexts.assume(context, moment, () -> checked(operation.get(), moment)))
                .orElseGet(() -> contexts.read(context, find(asked, atLeast, context), operation));
    }

    /** Another catalogue, such as an earlier copy, can have a revision with the same number. */
    private static Answer checked(Answer answer, Moment moment) {
        if (answer.revision().filter(read -> !read.equals(Revision.of(moment))).isPresent()) {
            throw new OutdatedException("The catalogue has another revision " + moment.revision() + '.');
        }
        return answer;
    }

    private Optional<Moment> assumed(AskedMoment asked, long atLeast) {
        Moment last = current;
        if (last == null || asked.knownAt() != null) {
            return Optional.empty();
        }
        Moment moment =
                asked.revision() == null ? last : known.get(asked.revision().longValue());
        if (moment == null || !asked.accepts(Revision.of(moment), atLeast)) {
            return Optional.empty();
        }
        return Optional.of((moment.revision() < last.revision() ? moment.past() : moment).on(asked.validDay()));
    }
}
