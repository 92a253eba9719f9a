package io.silverback.simulator.admin;

import io.silverback.simulator.entity.Pages.Page;
import io.silverback.simulator.schema.Document;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows pages, with the link that leads to the next one. */
final class Links {
    private Links() {}

    /**
     * A page as an answer.
     *
     * @param keepsSize whether the link repeats the size; below a parent and for tags Kong forgets
     *     it
     */
    static AdminResponse page(AdminRequest request, Page page, boolean keepsSize) {
        Document answer = Document.of("data", page.entities());
        String offset = page.next();
        answer.put("next", offset == null ? null : link(request, offset, keepsSize));
        if (offset != null) {
            answer.put("offset", offset);
        }
        return AdminResponse.of(200, answer);
    }

    private static String link(AdminRequest request, String offset, boolean keepsSize) {
        String others =
                request.query().entrySet().stream()
                        .filter(
                                pair ->
                                        !pair.getKey().equals("offset")
                                                && (keepsSize || !pair.getKey().equals("size")))
                        .sorted(Map.Entry.comparingByKey())
                        .map(pair -> "&" + pair.getKey() + "=" + escaped(pair.getValue()))
                        .collect(Collectors.joining());
        return request.path() + "?offset=" + escaped(offset) + others;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
