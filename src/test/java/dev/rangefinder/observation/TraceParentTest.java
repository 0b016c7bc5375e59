package dev.rangefinder.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void validHeaderIsParsed() {
        assertEquals(
                SpanContext.createFromRemoteParent(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()),
                TraceParent.of("00-" + TRACE + '-' + SPAN + "-01"));
        assertFalse(TraceParent.of("00-" + TRACE + '-' + SPAN + "-02").isSampled());
    }

    @Test
    void laterVersionMayHaveFurtherFields() {
        assertEquals(
                SpanContext.createFromRemoteParent(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()),
                TraceParent.of("01-" + TRACE + '-' + SPAN + "-01-more"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + '-' + SPAN,
                "00-" + TRACE + '-' + SPAN + "-01-more",
                "01-" + TRACE + '-' + SPAN + "-01more",
                "ff-" + TRACE + '-' + SPAN + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01"
            })
    void invalidHeaderIsIgnored(String header) {
        assertFalse(TraceParent.of(header).isValid());
    }
}
