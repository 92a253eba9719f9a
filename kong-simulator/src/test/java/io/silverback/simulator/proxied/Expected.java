package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one of the two gateways answered to a recorded request, and how ours differs. */
final class Expected {
    private static final List<String> COMPARED =
            List.of(
                    "www-authenticate",
                    "location",
                    "access-control-",
                    "ratelimit-",
                    "x-ratelimit-",
                    "retry-after");

    private static final Pattern CUT = Pattern.compile("(.*)…\\((\\d+) characters\\)");

    private final Document answer;
    private final @Nullable Document seen;
    private final @Nullable String route;

    Expected(Document record, String database) {
        boolean postgres = database.equals("postgres");
        this.answer = record.document(database);
        this.seen = chosen(record, "backend_sees", postgres);
        Document matched = chosen(record, "route", postgres);
        this.route = matched == null ? null : matched.text("id");
    }

    private static @Nullable Document chosen(Document record, String field, boolean postgres) {
        String special = field + "_postgres";
        String name = postgres && record.get(special) != null ? special : field;
        return record.get(name) == null ? null : record.document(name);
    }

    /** The first difference, or null. */
    @Nullable String difference(
            Wire.Reply reply, @Nullable String routeTaken, @Nullable Document arrived) {
        if (reply.status() != answer.number("status", 0)) {
            return "status "
                    + reply.status()
                    + " for "
                    + answer.get("status")
                    + ": "
                    + shown(reply);
        }
        if (!Objects.equals(route, routeTaken)) {
            return "route " + routeTaken + " for " + route;
        }
        String headers = headers(reply);
        if (headers != null || seen == null && arrived == null) {
            return headers;
        }
        if (arrived == null || seen == null) {
            return arrived == null ? "nothing reached the backend" : null;
        }
        return arrival(arrived, seen);
    }

    private static String shown(Wire.Reply reply) {
        return reply.body().length() > 120 ? reply.body().substring(0, 120) : reply.body();
    }

    private @Nullable String headers(Wire.Reply reply) {
        TreeSet<String> names = new TreeSet<>();
        List<List<String>> recorded = new ArrayList<>();
        for (Object pair : answer.list("headers")) {
            List<?> header = (List<?>) pair;
            recorded.add(List.of(String.valueOf(header.get(0)), String.valueOf(header.get(1))));
        }
        recorded.forEach(header -> names.add(header.get(0).toLowerCase(Locale.ROOT)));
        reply.headers().forEach(header -> names.add(header.get(0).toLowerCase(Locale.ROOT)));
        names.removeIf(name -> COMPARED.stream().noneMatch(name::startsWith));
        for (String name : names) {
            List<String> wanted =
                    recorded.stream()
                            .filter(header -> header.get(0).equalsIgnoreCase(name))
                            .map(header -> header.get(1))
                            .toList();
            List<String> ours = reply.all(name);
            if (!(wanted.equals(List.of("*")) ? ours.size() == 1 : wanted.equals(ours))) {
                return name + " " + ours + " for " + wanted;
            }
        }
        return null;
    }

    /** Long bodies are recorded as their begin and their length. */
    private static boolean isSame(@Nullable Object wanted, @Nullable Object ours) {
        Matcher cut = CUT.matcher(String.valueOf(wanted));
        if (!cut.matches()) {
            return Objects.equals(wanted, ours);
        }
        String whole = String.valueOf(ours);
        return whole.startsWith(cut.group(1)) && whole.length() == Integer.parseInt(cut.group(2));
    }

    private static @Nullable String arrival(Document arrived, Document wanted) {
        for (String field : List.of("method", "path", "host", "body")) {
            if (!isSame(wanted.get(field), arrived.get(field))) {
                return "backend sees "
                        + field
                        + " "
                        + arrived.get(field)
                        + " for "
                        + wanted.get(field);
            }
        }
        Document headers = wanted.document("headers");
        Document ours = arrived.document("headers");
        TreeSet<String> names = new TreeSet<>(headers.keySet());
        names.addAll(ours.keySet());
        for (String name : names) {
            Object value = headers.get(name);
            Object our = ours.get(name);
            if (!("*".equals(value) ? our != null : Objects.equals(value, our))) {
                return "backend sees " + name + " " + our + " for " + value;
            }
        }
        return null;
    }
}
