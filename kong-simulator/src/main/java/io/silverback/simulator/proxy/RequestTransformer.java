package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plugin request-transformer. */
final class RequestTransformer implements Enforcer {
    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        UpstreamCall call = exchange.call();
        UnaryOperator<String> fill = template -> Template.filled(template, exchange);
        String method = config.text("http_method");
        if (method != null) {
            call.method(method);
        }
        String uri = config.document("replace").text("uri");
        if (uri != null) {
            call.path(Uris.escaped(fill.apply(uri)));
        }
        new Members.OfHeaders(call.headers()).apply(config, "headers", fill);
        if (touches(config, "querystring")) {
            query(call, config, fill);
        }
        if (touches(config, "body")) {
            body(exchange, config, fill);
        }
        return null;
    }

    private static boolean touches(Document config, String part) {
        return List.of("remove", "rename", "replace", "add", "append").stream()
                .anyMatch(rule -> !config.document(rule).list(part).isEmpty());
    }

    private static void query(UpstreamCall call, Document config, UnaryOperator<String> fill) {
        Document members = members(Parameters.ofQuery(call.query()));
        new Members.OfDocument(members).apply(config, "querystring", fill);
        call.query(members.isEmpty() ? null : form(members));
    }

    private static void body(Exchange exchange, Document config, UnaryOperator<String> fill) {
        UpstreamCall call = exchange.call();
        String type = call.headers().get("Content-Type");
        if (type == null || call.body().length == 0) {
            return;
        }
        Map<?, ?> json = type.startsWith("application/json") ? Json.object(call.body()) : null;
        if (json != null) {
            Document members = Document.of(json);
            new Members.OfDocument(members).apply(config, "body", fill);
            call.body(Json.bytes(members));
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            Document members = members(Parameters.ofQuery(Json.text(call.body())));
            new Members.OfDocument(members).apply(config, "body", fill);
            call.body(form(members).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Document members(Parameters parameters) {
        Document members = new Document();
        Members.OfDocument taker = new Members.OfDocument(members);
        parameters.list().forEach(parameter -> taker.append(parameter.name(), parameter.value()));
        return members;
    }

    private static String form(Document members) {
        return members.entrySet().stream()
                .flatMap(
                        member ->
                                (member.getValue() instanceof List<?> list
                                                ? list
                                                : List.of(String.valueOf(member.getValue())))
                                        .stream().map(value -> pair(member.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, Object value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
