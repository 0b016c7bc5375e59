package dev.rangefinder.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.vertx.core.net.HostAndPort;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the head of a request by the rules that Netty does not enforce. */
final class RequestHead {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?]*)(.*)");

    /** The last valid host: clients send the same one again and again. */
    private @Nullable String lastHost;

    /**
     * Checks a request, and normalises its target for the routes.
     *
     * @throws MalformedException when it breaks a rule
     */
    void check(HttpRequest request) {
        checkVersion(request.protocolVersion());
        checkTarget(request);
        checkHost(request);
        checkTransferEncoding(request);
        Http2Upgrade.check(request.headers());
        checkExpectations(request.headers().getAll(HttpHeaderNames.EXPECT));
    }

    private static void checkVersion(HttpVersion version) {
        if (!version.protocolName().equals("HTTP")) {
            throw new MalformedException("The request is not HTTP.");
        }
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            throw new MalformedException(
                    HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "This version of HTTP is not supported.");
        }
    }

    /** The host in a target overrides the header: RFC 9112, section 3.2.2. */
    private static void checkTarget(HttpRequest request) {
        Matcher absolute = ABSOLUTE.matcher(request.uri());
        if (absolute.matches()) {
            request.setUri(absolute.group(2).startsWith("/") ? absolute.group(2) : '/' + absolute.group(2));
            if (request.headers().getAll(HttpHeaderNames.HOST).size() <= 1) {
                request.headers().set(HttpHeaderNames.HOST, absolute.group(1));
            }
        }
        checkPath(request.uri(), request.method().asciiName());
    }

    private static void checkPath(String target, CharSequence method) {
        if (!target.startsWith("/")
                && !(target.equals("*") && HttpMethod.OPTIONS.asciiName().contentEquals(method))) {
            throw new MalformedException("The request has no path.");
        }
    }

    private void checkHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return;
        }
        if (hosts.size() != 1) {
            throw new MalformedException("The request must have one Host.");
        }
        if (!hosts.get(0).equals(lastHost)) {
            checkHost(hosts.get(0));
            lastHost = hosts.get(0);
        }
    }

    private static void checkHost(String host) {
        if (host.isEmpty() || HostAndPort.parseAuthority(host, -1) == null) {
            throw new MalformedException("The Host of the request is invalid.");
        }
    }

    /** If two recipients disagreed on where a body ends, one of them would read the rest as another request. */
    private static void checkTransferEncoding(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return;
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.size() != 1 || !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0))) {
            throw new MalformedException("The only supported Transfer-Encoding is chunked.");
        }
        if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                || !request.protocolVersion().isKeepAliveDefault()) {
            throw new MalformedException(
                    "A request with a Transfer-Encoding must be HTTP/1.1, without a Content-Length.");
        }
    }

    private static void checkExpectations(List<? extends CharSequence> expectations) {
        for (CharSequence expectation : expectations) {
            if (!HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expectation)) {
                throw new MalformedException(
                        HttpResponseStatus.EXPECTATION_FAILED, "The only supported expectation is 100-continue.");
            }
        }
    }

    /**
     * Checks an HTTP/2 request, and normalises its target for the routes.
     *
     * @throws MalformedException when it breaks a rule
     */
    static void check(Http2Headers headers) {
        headers.path(RequestTarget.escape(headers.path().toString()));
        checkPath(headers.path().toString(), headers.method());
        List<CharSequence> hosts = new ArrayList<>(headers.getAll(HttpHeaderNames.HOST));
        if (headers.authority() != null) {
            hosts.add(headers.authority());
        }
        // A proxy that converts a request from HTTP/1.1 may send both: RFC 9113, section 8.3.1.
        if (hosts.stream()
                        .map(AsciiString::of)
                        .map(AsciiString::toLowerCase)
                        .distinct()
                        .count()
                != 1) {
            throw new MalformedException("The request must have one host.");
        }
        checkHost(hosts.get(0).toString());
        checkExpectations(headers.getAll(HttpHeaderNames.EXPECT));
    }
}
