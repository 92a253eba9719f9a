package io.silverback.kong.admin;

import io.silverback.kong.admin.AdminApiException.Fault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import java.net.ConnectException;
import java.net.URI;
import java.util.Iterator;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends one request, again where that is safe, to one address after the other. */
final class Exchange {
    private final AdminOptions options;
    private final AdminUrls urls;
    private final WebClient client;

    Exchange(Vertx vertx, AdminOptions options) {
        this.options = options;
        this.urls = new AdminUrls(options.urls());
        this.client = WebClient.create(vertx, ClientSettings.of(options));
    }

    AdminOptions options() {
        return options;
    }

    Uni<Answer> send(AdminRequest request) {
        return send(request, attempt -> {});
    }

    /** Sends it, and tells {@code watcher} of each attempt. */
    Uni<Answer> send(AdminRequest request, Consumer<Attempt> watcher) {
        Uni<Answer> once = Uni.createFrom().deferred(() -> watched(request, watcher));
        return options.retries().atMost() == 0
                ? once
                : once.onFailure(failure -> mayRepeat(request, failure))
                        .recoverWithUni(first -> again(once, request, first));
    }

    /** Goes on after a first failure: what retrying costs is not spent on each request. */
    private Uni<Answer> again(Uni<Answer> once, AdminRequest request, Throwable first) {
        AdminOptions.Retries retries = options.retries();
        Uni<Answer> failed = Uni.createFrom().failure(first);
        Iterator<Uni<Answer>> attempts =
                Stream.concat(Stream.of(failed), Stream.generate(() -> once)).iterator();
        return Uni.createFrom()
                .deferred(attempts::next)
                .onFailure(failure -> mayRepeat(request, failure))
                .retry()
                .withBackOff(retries.firstPause(), retries.longestPause())
                .withJitter(0.5)
                .atMost(retries.atMost());
    }

    void close() {
        client.close();
    }

    private Uni<Answer> watched(AdminRequest request, Consumer<Attempt> watcher) {
        long start = System.nanoTime();
        return once(request, urls.current())
                .onItemOrFailure()
                .invoke(
                        (answer, failure) ->
                                watcher.accept(
                                        new Attempt(
                                                start,
                                                System.nanoTime() - start,
                                                failure != null)));
    }

    private Uni<Answer> once(AdminRequest request, URI base) {
        URI url = AdminUrls.resolve(base, request.path());
        return sent(request, url)
                .onFailure()
                .transform(failure -> unanswered(url, failure))
                .map(response -> answer(request, url, response))
                .onItem()
                .transformToUni(Exchange::passOrFail)
                .onFailure(Exchange::isPassing)
                .invoke(() -> urls.failed(base));
    }

    private Uni<HttpResponse<Buffer>> sent(AdminRequest request, URI url) {
        HttpRequest<Buffer> http =
                client.requestAbs(request.method(), url.toString())
                        .timeout(options.requestTimeout().toMillis())
                        .putHeader("Accept", "application/json");
        String token = options.token();
        if (token != null) {
            http.putHeader("Kong-Admin-Token", token);
        }
        if (request.body() == null) {
            return http.send();
        }
        http.putHeader("Content-Type", "application/json");
        return http.sendBuffer(Buffer.buffer(request.body().toString()));
    }

    private Answer answer(AdminRequest request, URI url, HttpResponse<Buffer> response) {
        String body = response.bodyAsString();
        return new Answer(
                options.gateway(), request, url, response.statusCode(), body == null ? "" : body);
    }

    /**
     * A passing fault fails, so that it is tried again; everything else is the caller's to judge.
     */
    private static Uni<Answer> passOrFail(Answer answer) {
        AdminApiException fault = answer.fault();
        return fault != null && fault.fault().passes()
                ? Uni.createFrom().failure(fault)
                : Uni.createFrom().item(answer);
    }

    private AdminApiException unanswered(URI url, Throwable failure) {
        if (failure instanceof TimeoutException) {
            long seconds = options.requestTimeout().toSeconds();
            return fault(url, Fault.TIMED_OUT, "no answer within " + seconds + " s");
        }
        return failure instanceof ConnectException
                ? new AdminApiException(
                        options.gateway(), url, Fault.UNREACHABLE, -1, "connection refused")
                : fault(url, Fault.UNREACHABLE, BrokenConnection.describe(failure));
    }

    private AdminApiException fault(URI url, Fault fault, String reason) {
        return new AdminApiException(options.gateway(), url, fault, 0, reason);
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof AdminApiException fault && fault.fault().passes();
    }

    /** What was never sent or was refused for its rate may always be sent again. */
    private static boolean mayRepeat(AdminRequest request, Throwable failure) {
        return failure instanceof AdminApiException fault
                && fault.fault().passes()
                && (request.repeatable()
                        || request.method().equals(HttpMethod.GET)
                        || fault.status() == 429
                        || fault.status() == -1);
    }
}
