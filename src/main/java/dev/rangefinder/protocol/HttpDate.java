package dev.rangefinder.protocol;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} of responses: RFC 9110, sections 5.6.7 and 6.6.1. It is formatted once a second. */
final class HttpDate {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Clock CLOCK = Clock.systemUTC();

    private static volatile HttpDate last = new HttpDate(0);

    private final long second;
    private final String text;

    private HttpDate(long second) {
        this.second = second;
        this.text = FORMAT.format(Instant.ofEpochSecond(second));
    }

    static String now() {
        long second = Math.floorDiv(CLOCK.millis(), 1000L);
        HttpDate date = last;
        if (date.second != second) {
            date = new HttpDate(second);
            last = date;
        }
        return date.text;
    }
}
