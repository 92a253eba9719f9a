package io.silverback.verify.probing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProbePlannerTest {

    private static final String GUARD =
            "{id: p1, name: key-auth, service: {id: s1}, config: {key_names: [x-key]}}";
    private static final String ACL =
            "{id: p2, name: acl, service: {id: s1}, config: {allow: [gold]}}";

    @Test
    void asksEachRouteByItsHostPathMethodAndHeaders() {
        ProbePlan plan =
                plan(
                        List.of(
                                "{id: r1, name: shop, hosts: ['*.shop.test'], paths: [/cart],"
                                        + " methods: [POST, HEAD], headers: {x-tier: [a, b]}}"),
                        List.of());

        Probe probe = plan.probes().get(0);
        assertThat(probe.method()).isEqualTo("HEAD");
        assertThat(probe.path()).isEqualTo("/cart");
        assertThat(probe.headers()).containsEntry("Host", "probe.shop.test");
        assertThat(probe.headers()).containsEntry("x-tier", "a");
    }

    @Test
    void findsARequestThatMatchesARegularExpression() {
        ProbePlan plan = plan(List.of("{id: r1, paths: ['~/orders/\\d+$']}"), List.of());

        assertThat(plan.probes().get(0).path()).matches("/orders/\\d+");
    }

    @Test
    void namesTheRoutesThatNoSafeHttpRequestCanShow() {
        ProbePlan plan =
                plan(
                        List.of(
                                "{id: r1, name: writes, paths: [/a], methods: [POST]}",
                                "{id: r2, name: stream, protocols: [tcp]}"),
                        List.of());

        assertThat(plan.probes()).isEmpty();
        assertThat(plan.notExercised())
                .extracting(NotExercised::route)
                .containsExactly("writes", "stream");
        assertThat(plan.routes()).isEqualTo(2);
    }

    @Test
    void carriesAKeyWhoseConsumerIsInAnAllowedGroup() {
        ProbePlan plan =
                plan(
                        List.of("{id: r1, name: pay, paths: [/pay], service: {id: s1}}"),
                        List.of(GUARD, ACL));

        Probe route = plan.probes().get(0);
        assertThat(route.headers()).containsEntry("x-key", "gold-key");
        assertThat(route.credentialId()).isEqualTo("k2");
    }

    @Test
    void triesALoginForEachKeyThatAnyRouteLetsIn() {
        ProbePlan plan =
                plan(
                        List.of("{id: r1, name: pay, paths: [/pay], service: {id: s1}}"),
                        List.of(GUARD));

        assertThat(plan.probes())
                .filteredOn(probe -> probe.kind() == Probe.Kind.LOGIN)
                .extracting(Probe::credentialId)
                .containsExactly("k1", "k2");
    }

    @Test
    void aPluginOfTheRouteHidesThatOfItsService() {
        String own = "{id: p3, name: key-auth, route: {id: r1}, config: {key_names: [own]}}";
        ProbePlan plan =
                plan(
                        List.of("{id: r1, name: pay, paths: [/pay], service: {id: s1}}"),
                        List.of(GUARD, own));

        assertThat(plan.probes().get(0).headers()).containsKey("own").doesNotContainKey("x-key");
    }

    @Test
    void aDisabledPluginGuardsNothing() {
        ProbePlan plan =
                plan(
                        List.of("{id: r1, name: pay, paths: [/pay], service: {id: s1}}"),
                        List.of(GUARD.replace("{id: p1,", "{id: p1, enabled: false,")));

        assertThat(plan.probes()).hasSize(1);
        assertThat(plan.probes().get(0).credentialId()).isNull();
    }

    @Test
    void showsNoCredentialInItsText() {
        ProbePlan plan =
                plan(
                        List.of("{id: r1, name: pay, paths: [/pay], service: {id: s1}}"),
                        List.of(GUARD, ACL));

        assertThat(plan.toString()).doesNotContain("gold-key");
    }

    private static ProbePlan plan(List<String> routes, List<String> plugins) {
        return ProbePlanner.plan(
                new WorkspaceConfiguration(
                        nodes(routes),
                        nodes(plugins),
                        nodes(
                                List.of(
                                        "{id: k1, key: plain-key, consumer: {id: c1}}",
                                        "{id: k2, key: gold-key, consumer: {id: c2}}")),
                        nodes(List.of("{id: a1, group: gold, consumer: {id: c2}}")),
                        2));
    }

    private static List<JsonNode> nodes(List<String> yaml) {
        return Stream.of(yaml.toArray(String[]::new)).map(ProbePlannerTest::node).toList();
    }

    private static JsonNode node(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
