package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Base64;
import java.util.List;

/** The upgrade from HTTP/1.1 to HTTP/2: RFC 7540, section 3.2. RFC 9113 has removed it, but some clients still use it. */
final class Http2Upgrade {

    private static final String SETTINGS = "HTTP2-Settings";
    private static final int SETTING_BYTES = 6;

    private Http2Upgrade() {}

    /** Ignores an incomplete upgrade, as a server may (RFC 9110, section 7.8). Vert.x would reject the request. */
    static void check(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.UPGRADE, "h2c", true) && !isComplete(headers)) {
            headers.remove(HttpHeaderNames.UPGRADE);
        }
    }

    private static boolean isComplete(HttpHeaders headers) {
        List<String> settings = headers.getAll(SETTINGS);
        return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.CONNECTION, SETTINGS, true)
                && settings.size() == 1
                && isSettings(settings.get(0));
    }

    private static boolean isSettings(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64).length % SETTING_BYTES == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
