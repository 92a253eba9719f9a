package io.silverback.kong.diff;

import static io.silverback.kong.Samples.NOW;
import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.ref;
import static io.silverback.kong.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingsTest {

    @Test
    void oneOfTwoThatExchangeTheirNamesStepsAside() {
        Diff diff = diff(state(service(1, "b"), service(2, "a")), services("a", "b"));
        assertThat(diff.conflicts()).isEmpty();
        assertThat(asides(diff)).containsExactlyInAnyOrder(Set.of("name"), Set.of());
    }

    @Test
    void oneOfThreeStepsAsideAndNobodyBehindThem() {
        Diff diff =
                diff(
                        state(service(1, "b"), service(2, "c"), service(3, "a"), service(4, "z")),
                        state(service(1, "a"), service(2, "b"), service(3, "c"), service(4, "y")));
        assertThat(asides(diff)).filteredOn(one -> !one.isEmpty()).hasSize(1);
    }

    @Test
    void nobodyStepsAsideInAChain() {
        Diff diff = diff(state(service(1, "b"), service(2, "c")), services("a", "b"));
        assertThat(diff.changes()).hasSize(2);
        assertThat(asides(diff)).containsOnly(Set.of());
    }

    @Test
    void eachKeyIsExchangedForItself() {
        Entity ann = entity("consumers", 1, "{username:'ann',custom_id:'1'}");
        Entity bob = entity("consumers", 2, "{username:'bob',custom_id:'2'}");
        Diff diff =
                diff(
                        state(
                                entity("consumers", 1, "{username:'bob',custom_id:'2'}"),
                                entity("consumers", 2, "{username:'ann',custom_id:'1'}")),
                        state(ann, bob));
        assertThat(asides(diff)).contains(Set.of("username", "custom_id"));
    }

    @Test
    void whatNoOtherValueCanStandForIsAConflict() {
        Entity one = entity("services", 1, "{name:'s',host:'h'}");
        Entity two = entity("services", 2, "{name:'t',host:'h'}");
        Diff diff =
                diff(
                        state(one, two, plugin(3, 2), plugin(4, 1)),
                        state(one, two, plugin(3, 1), plugin(4, 2)));
        assertThat(diff.conflicts()).singleElement().asString().contains(Rings.WHY);
    }

    private static Entity plugin(int number, int service) {
        return entity("plugins", number, "{name:'acl',service:" + ref(service) + "}");
    }

    private static Entity service(int number, String name) {
        return entity("services", number, "{name:'" + name + "',host:'h'}");
    }

    private static DeclarativeState services(String first, String second) {
        return state(service(1, first), service(2, second));
    }

    private static List<Set<String>> asides(Diff diff) {
        return diff.changes().stream().map(change -> ((Change.Update) change).aside()).toList();
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual) {
        return Differ.diff(desired, actual, DiffPolicy.careful(), NOW);
    }
}
