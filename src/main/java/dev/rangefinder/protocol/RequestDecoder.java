package dev.rangefinder.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ByteProcessor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Decodes HTTP/1.1 requests strictly by RFC 9112, where Netty is lenient: what another recipient could read differently is
 * malformed, and ends the connection. A malformed request is reported by its decoder result, as in Netty.
 */
@RegisterForReflection(fields = false) // Netty inspects which events it handles
final class RequestDecoder extends VertxHttpRequestDecoder {

    private final RequestHead rules = new RequestHead();

    /** Whether the next bytes belong to a head, or begin one. */
    private boolean inHead = true;

    /** Whether the first line of that head has been read. */
    private boolean hasBegun;

    private boolean folded;
    private boolean malformed;

    RequestDecoder(HttpServerOptions limits) {
        super(limits);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
        if (malformed) {
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        folded |= inHead && hasFoldedLine(bytes);
        int before = out.size();
        super.decode(context, bytes, out);
        for (int i = before; i < out.size(); i++) {
            if (out.get(i) instanceof HttpRequest request) {
                inHead = false;
                hasBegun = false;
                check(request);
            }
            if (out.get(i) instanceof LastHttpContent) {
                inHead = true;
            }
        }
    }

    private void check(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            malformed = true;
            return;
        }
        try {
            if (folded) {
                throw new MalformedException("A header continues on another line.");
            }
            rules.check(request);
        } catch (MalformedException failure) {
            malformed = true;
            request.setDecoderResult(DecoderResult.failure(failure));
        }
    }

    /** Whether a line of a head begins with white space (section 5.2), which Netty would join to the line before. */
    private boolean hasFoldedLine(ByteBuf bytes) {
        int line = hasBegun ? bytes.readerIndex() : bytes.forEachByte(ByteProcessor.FIND_NON_CRLF);
        while (line >= 0 && line < bytes.writerIndex()) {
            byte first = bytes.getByte(line);
            if (first == '\r' || first == '\n') {
                return false; // the end of the head
            }
            if (first == ' ' || first == '\t') {
                return true;
            }
            line = bytes.indexOf(line, bytes.writerIndex(), (byte) '\n') + 1;
            if (line == 0) {
                return false;
            }
        }
        return false;
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) {
        hasBegun = true;
        initialLine[1] = RequestTarget.escape(initialLine[1]);
        return super.createMessage(initialLine);
    }

    @Override
    protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
        checkSeparator(line, start);
        return super.splitSecondWordInitialLine(line, start, length);
    }

    @Override
    protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
        checkSeparator(line, start);
        return super.splitThirdWordInitialLine(line, start, length);
    }

    private static void checkSeparator(byte[] line, int start) {
        if (start < 2 || line[start - 1] != ' ' || Character.isWhitespace(line[start - 2])) {
            throw new MalformedException("The parts of the request line are not separated by one space.");
        }
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        if (length == 0) {
            throw new MalformedException("A header has no name.");
        }
        return super.splitHeaderName(line, start, length);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        // Netty would remove the length, which RequestHead rejects.
    }
}
