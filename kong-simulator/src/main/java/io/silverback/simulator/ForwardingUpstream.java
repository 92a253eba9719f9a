package io.silverback.simulator;

import io.silverback.simulator.proxy.Answer;
import io.silverback.simulator.proxy.Headers;
import io.silverback.simulator.proxy.Target;
import io.silverback.simulator.proxy.Upstream;
import io.silverback.simulator.proxy.UpstreamCall;
import io.silverback.simulator.schema.Lazy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Sends calls on to the real addresses of services and targets. */
final class ForwardingUpstream implements Upstream {
    private static final long PATIENCE = 60_000;
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date");

    /** Names that no resolver knows (RFC 2606): they are not asked for. */
    private static final Pattern RESERVED = Pattern.compile(".*\\.(test|example|invalid)");

    /** Made when it is first needed: most simulators never send anything. */
    private final Lazy<HttpClient> client;

    ForwardingUpstream(Vertx vertx) {
        this.client = new Lazy<>(() -> vertx.createHttpClient(options()));
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setMaxPoolSize(256)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setConnectTimeout((int) PATIENCE);
    }

    @Override
    public void send(UpstreamCall call, Consumer<Answer> taker) {
        Target target = call.target();
        if (target == null || RESERVED.matcher(target.host()).matches()) {
            taker.accept(unresolved(target == null ? "" : target.host()));
            return;
        }
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.valueOf(call.method()))
                        .setHost(target.host())
                        .setPort(target.port())
                        .setSsl(target.tls())
                        .setURI(call.uri())
                        .setTimeout(PATIENCE);
        client.get()
                .request(options)
                .compose(request -> sent(request, call))
                .compose(ForwardingUpstream::received)
                .onSuccess(taker::accept)
                .onFailure(failure -> taker.accept(failed(failure)));
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest request, UpstreamCall call) {
        call.headers()
                .forEach((name, value) -> request.headers().add(name, WireText.toWire(value)));
        request.putHeader("Host", call.host());
        if (call.body().length > 0) {
            return request.send(Buffer.buffer(call.body()));
        }
        request.end();
        return request.response();
    }

    private static Future<Answer> received(HttpClientResponse response) {
        Headers headers = new Headers();
        response.headers()
                .forEach(
                        (name, value) -> {
                            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                                headers.add(name, WireText.fromWire(value));
                            }
                        });
        return response.body()
                .map(body -> Answer.upstream(response.statusCode(), headers, body.getBytes()));
    }

    private static Answer unresolved(String host) {
        return Answer.message(
                500,
                "failed the initial dns/balancer resolve for '"
                        + host
                        + "' with: dns server error: 3 name error");
    }

    private static Answer failed(Throwable failure) {
        return failure instanceof TimeoutException
                ? Answer.message(504, "The upstream server is timing out")
                : Answer.message(502, "An invalid response was received from the upstream server");
    }
}
