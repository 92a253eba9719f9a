package io.silverback.simulator.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The declared checks that look at more than one field. */
public final class EntityChecks {
    private static final Set<String> ASYMMETRIC = Set.of("RSA", "EC", "OKP");

    private EntityChecks() {}

    /**
     * Adds what the checks find to the errors of the fields, under {@code @entity} where no field
     * is to blame.
     *
     * @param prefix what stands before a field's name in messages ("config.")
     */
    public static void apply(
            List<Document> checks, Document entity, String prefix, Document errors) {
        List<Object> found = new ArrayList<>();
        for (Document check : checks) {
            String error = error(check, entity, prefix, errors);
            if (error != null) {
                found.add(error);
            }
        }
        if (!found.isEmpty()) {
            errors.put("@entity", found);
        }
    }

    private static @Nullable String error(
            Document check, Document entity, String prefix, Document errors) {
        List<String> fields = FieldReader.texts(check.list("fields"));
        return switch (String.valueOf(check.get("check"))) {
            case "at-least-one", "exactly-one", "together" ->
                    number(String.valueOf(check.get("check")), fields, entity, prefix);
            case "required-when" -> requiredWhen(check, entity, errors);
            case "not-value" -> notValue(check, entity);
            case "route-matchers" -> routeMatchers(entity);
            case "pair" ->
                    Pem.isPair(entity.get(fields.get(0)), entity.get(fields.get(1)))
                            ? null
                            : "certificate does not match key";
            case "jwk" -> jwk(entity.get(String.valueOf(check.get("field"))));
            default -> throw new IllegalStateException("No check " + check.get("check"));
        };
    }

    private static @Nullable String number(
            String check, List<String> fields, Document entity, String prefix) {
        long present = present(fields, entity);
        return switch (check) {
            case "at-least-one" ->
                    present > 0
                            ? null
                            : "at least one of these fields must be non-empty: "
                                    + quoted(fields, prefix);
            case "exactly-one" ->
                    present == 1
                            ? null
                            : "exactly one of these fields must be non-empty: "
                                    + quoted(fields, prefix);
            default ->
                    present % fields.size() == 0
                            ? null
                            : "all or none of these fields must be set: " + quoted(fields, prefix);
        };
    }

    private static @Nullable String notValue(Document check, Document entity) {
        Object unwanted = check.get("value");
        Object value = entity.get(String.valueOf(check.get("field")));
        return unwanted != null && unwanted.equals(value) ? check.text("message") : null;
    }

    private static @Nullable String jwk(@Nullable Object value) {
        if (!(value instanceof String text) || text.startsWith("{vault://")) {
            return null;
        }
        Map<?, ?> key = Json.object(text.getBytes(StandardCharsets.UTF_8));
        return key != null && ASYMMETRIC.contains(String.valueOf(key.get("kty")))
                ? null
                : "could not load JWK, likely not a valid key";
    }

    private static long present(List<String> fields, Document entity) {
        return fields.stream().filter(field -> !isEmpty(entity.get(field))).count();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static String quoted(List<String> fields, String prefix) {
        return fields.stream()
                .map(field -> "'" + prefix + field + "'")
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String requiredWhen(Document check, Document entity, Document errors) {
        String field = String.valueOf(check.get("field"));
        String when = String.valueOf(check.get("when"));
        if (!check.list("oneOf").contains(entity.get(when)) || !isEmpty(entity.get(field))) {
            return null;
        }
        errors.put(field, "required field missing");
        return "failed conditional validation given value of field '" + when + "'";
    }

    private static @Nullable String routeMatchers(Document route) {
        List<?> protocols = route.list("protocols");
        if (protocols.contains("https") || protocols.contains("http")) {
            String protocol = protocols.contains("https") ? "https" : "http";
            List<String> https = List.of("methods", "hosts", "headers", "paths", "snis");
            List<String> fields = protocol.equals("https") ? https : https.subList(0, 4);
            return matchers(fields, protocol, route);
        }
        if (protocols.contains("grpc") || protocols.contains("grpcs")) {
            return matchers(
                    List.of("hosts", "headers", "paths"),
                    protocols.contains("grpcs") ? "grpcs" : "grpc",
                    route);
        }
        return null;
    }

    private static @Nullable String matchers(List<String> fields, String protocol, Document route) {
        return present(fields, route) > 0
                ? null
                : "must set one of "
                        + quoted(fields, "")
                        + " when 'protocols' is '"
                        + protocol
                        + "'";
    }
}
