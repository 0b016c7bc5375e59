package dev.rangefinder.catalogue;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.identity.Role;
import dev.rangefinder.serving.Workers;
import dev.rangefinder.transaction.Author;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Finds out who wants to import, or to know how an import proceeds: only administrators may. */
@Singleton
final class ImportAccess {

    private final Authentication authentication;
    private final Workers workers;

    ImportAccess(Authentication authentication, Workers workers) {
        this.authentication = authentication;
        this.workers = workers;
    }

    /**
     * Identifies who sends a request, whose body waits. The issuer of the token may have to be asked, so a worker does it; the
     * result is received on the thread of the connection.
     *
     * @param whenRejected receives the error, when the caller is no administrator, or cannot be identified
     */
    void check(
            HttpServerRequest request,
            Context context,
            Consumer<Author> whenAllowed,
            Consumer<RuntimeException> whenRejected) {
        request.pause();
        List<String> authorization = request.headers().getAll(HttpHeaderNames.AUTHORIZATION);
        Consumer<RuntimeException> reject = rejection -> context.runOnContext(now -> whenRejected.accept(rejection));
        Runnable identify = () -> {
            try {
                Author author = administrator(authorization);
                context.runOnContext(now -> whenAllowed.accept(author));
            } catch (RuntimeException rejection) {
                reject.accept(rejection);
            }
        };
        workers.execute(request.connection(), identify, reject::accept);
    }

    private Author administrator(List<String> authorization) {
        Caller caller = authentication.caller(authorization);
        if (caller.has(Role.ADMIN)) {
            return new Author(caller.subject(), caller.issuer());
        }
        String rule = "Imports require the role `" + Role.ADMIN.text() + "`";
        throw caller.isAnonymous()
                ? new InputException(ErrorCode.UNAUTHENTICATED, rule + ", and the request has no access token.")
                : new InputException(ErrorCode.FORBIDDEN, rule + ", which the access token does not list.");
    }
}
