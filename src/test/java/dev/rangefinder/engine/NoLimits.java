package dev.rangefinder.engine;

import dev.rangefinder.engine.document.Limits;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Limits that are never exceeded. */
class NoLimits implements Limits {

    @Override
    public long cost() {
        return Long.MAX_VALUE / 2;
    }

    @Override
    public long estimate() {
        return Long.MAX_VALUE;
    }

    @Override
    public int count() {
        return Integer.MAX_VALUE - 1;
    }

    @Override
    public int depth() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int characters() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int tokens() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int aliases() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int directives() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int fragments() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int parts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int values() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int rootFields() {
        return Integer.MAX_VALUE;
    }

    @Override
    public MemorySize answerSize() {
        return new MemorySize(BigInteger.valueOf(Long.MAX_VALUE));
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration databaseTime() {
        return Duration.ofMinutes(10);
    }
}
