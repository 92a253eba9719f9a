package io.silverback.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApiException.Fault;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a collection page by page; one pass, not to be subscribed to twice. */
final class Pages {
    private final Exchange exchange;
    private final String path;
    private final String field;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String offset;
    private boolean last;

    private Pages(Exchange exchange, String path, String field) {
        this.exchange = exchange;
        this.path = path;
        this.field = field;
    }

    static Multi<ObjectNode> of(Exchange exchange, String path, String field) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Pages(exchange, path, field), Pages::next)
                .whilst(page -> !page.last())
                .onItem()
                .transformToIterable(Page::rows);
    }

    /** Rows, and whether no page follows. */
    record Page(List<ObjectNode> rows, boolean last) {}

    private Uni<Page> next() {
        return exchange.send(AdminRequest.get(path + query())).map(this::page);
    }

    private String query() {
        String size = (path.contains("?") ? "&" : "?") + "size=" + exchange.options().pageSize();
        return offset == null
                ? size
                : size + "&offset=" + URLEncoder.encode(offset, StandardCharsets.UTF_8);
    }

    private Page page(Answer answer) {
        JsonNode body = answer.json();
        JsonNode data = body.isArray() ? body : body.path(field);
        if (!data.isArray() && !(data.isObject() && data.isEmpty())) {
            throw fault(answer, Fault.NOT_JSON, "its JSON is no page of a collection");
        }
        List<ObjectNode> rows = new ArrayList<>();
        data.forEach(row -> rows.add(row(answer, row)));
        offset = offsetIn(body);
        last = offset == null;
        boolean repeated = !rows.isEmpty() && !seen.add("row " + rows.get(0));
        if (repeated || (offset != null && !seen.add("offset " + offset))) {
            throw fault(answer, Fault.REPEATED_PAGE, "a page that was read before came again");
        }
        return new Page(rows, last);
    }

    private static ObjectNode row(Answer answer, JsonNode row) {
        if (row instanceof ObjectNode object) {
            return object;
        }
        throw fault(answer, Fault.NOT_JSON, "its JSON has a row that is no object");
    }

    private static @Nullable String offsetIn(JsonNode body) {
        if (body.path("offset").isTextual()) {
            return body.path("offset").asText();
        }
        String next = body.path("next").asText("");
        int at = next.indexOf("offset=");
        if (at < 0) {
            return null;
        }
        String raw = next.substring(at + "offset=".length());
        int end = raw.indexOf('&');
        return URLDecoder.decode(end < 0 ? raw : raw.substring(0, end), StandardCharsets.UTF_8);
    }

    private static AdminApiException fault(Answer answer, Fault fault, String reason) {
        return new AdminApiException(
                answer.gateway(), answer.url(), fault, answer.status(), reason);
    }
}
