package io.silverback.verify.probing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes probes from a configuration: a safe request for each route, a login for each key. */
public final class ProbePlanner {

    /** More logins than these are counted as not proven. */
    static final int MOST_LOGINS = 1000;

    private final WorkspaceConfiguration configuration;
    private final Guards guards;
    private final KeyLogins logins;

    private ProbePlanner(WorkspaceConfiguration configuration) {
        this.configuration = configuration;
        this.guards = new Guards(configuration.plugins());
        this.logins = new KeyLogins(configuration.keys(), configuration.groups());
    }

    /** The probes for {@code configuration}; the same for the same input. */
    public static ProbePlan plan(WorkspaceConfiguration configuration) {
        return new ProbePlanner(configuration).plan();
    }

    private ProbePlan plan() {
        List<Probe> probes = new ArrayList<>();
        List<NotExercised> notExercised = new ArrayList<>();
        for (JsonNode route : configuration.routes()) {
            RouteExample.obstacle(route)
                    .ifPresentOrElse(
                            reason -> notExercised.add(new NotExercised(name(route), reason)),
                            () -> probes.add(routeProbe(route)));
        }
        configuration.keys().stream()
                .limit(MOST_LOGINS)
                .forEach(key -> loginProbe(key).ifPresent(probes::add));
        return new ProbePlan(
                probes, notExercised, configuration.routes().size(), configuration.credentials());
    }

    private Probe routeProbe(JsonNode route) {
        Optional<JsonNode> key =
                guards.on(route, "key-auth")
                        .flatMap(guard -> logins.passing(guards.on(route, "acl")));
        return probe(name(route), Probe.Kind.ROUTE, route, key);
    }

    private Optional<Probe> loginProbe(JsonNode key) {
        return configuration.routes().stream()
                .filter(route -> RouteExample.obstacle(route).isEmpty())
                .filter(route -> guards.on(route, "key-auth").isPresent())
                .filter(route -> logins.passes(key, guards.on(route, "acl")))
                .findFirst()
                .map(
                        route ->
                                probe(
                                        "key " + key.path("id").asText(),
                                        Probe.Kind.LOGIN,
                                        route,
                                        Optional.of(key)));
    }

    private Probe probe(String subject, Probe.Kind kind, JsonNode route, Optional<JsonNode> key) {
        RouteExample example = RouteExample.example(route).orElseThrow();
        Map<String, String> headers = new HashMap<>(example.headers());
        key.ifPresent(
                credential ->
                        headers.put(
                                keyHeader(guards.on(route, "key-auth")),
                                credential.path("key").asText()));
        return new Probe(
                subject,
                kind,
                example.method(),
                example.path(),
                headers,
                key.map(credential -> credential.path("id").asText()).orElse(null));
    }

    private static String keyHeader(Optional<JsonNode> guard) {
        return guard.map(config -> config.path("key_names").path(0).asText("apikey"))
                .orElse("apikey");
    }

    private static String name(JsonNode route) {
        return route.path("name").isTextual()
                ? route.path("name").asText()
                : route.path("id").asText();
    }
}
