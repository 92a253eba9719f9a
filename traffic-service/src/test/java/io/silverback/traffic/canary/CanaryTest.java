package io.silverback.traffic.canary;

import static io.silverback.traffic.canary.Samples.LATER;
import static io.silverback.traffic.canary.Samples.START;
import static io.silverback.traffic.canary.Samples.at;
import static io.silverback.traffic.canary.Samples.judgement;
import static io.silverback.traffic.canary.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.contracts.Evidence.Health;
import io.silverback.messaging.event.EventJson;
import io.silverback.traffic.health.Doubt;
import io.silverback.traffic.router.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every input; what is not in the table fails. */
class CanaryTest {

    private static final Opening OPENING = Openings.of(Map.of("payments", "passed"), START);
    private static final Cause CAUSE = Cause.of("it burns", "monitor", START);
    private static final CanaryPolicy POLICY = policy();

    private static final Map<String, Canary> STATES = states();
    private static final Map<String, Function<Canary, Decision>> INPUTS = inputs();

    /** State, then what each input makes of it, in the order of {@link #inputs()}. */
    private static final String TABLE =
            """
            waiting       awaiting-go keep    keep     keep     keep     keep      keep    keep    keep    keep    keep    keep      keep         keep    rolling-back refuse  refuse  refuse
            awaiting-go   keep        waiting shifting rolling-back keep keep      keep    keep    keep    keep    keep    keep      keep         keep    rolling-back refuse  refuse  refuse
            gate          keep        keep    shifting rolling-back rolling-back keep keep keep    keep    keep    holding keep      keep         keep    rolling-back refuse  refuse  refuse
            start         keep        keep    keep     keep     holding  raising   holding holding holding holding keep    holding   keep         holding rolling-back holding refuse  raising
            shifting      keep        keep    keep     keep     rolling-back raising holding holding holding holding holding keep    keep         holding rolling-back holding refuse  raising
            raising       keep        keep    keep     keep     rolling-back keep  keep    keep    holding holding holding shifting  shifting     holding rolling-back holding refuse  refuse
            last          keep        keep    keep     keep     rolling-back keep  keep    keep    holding holding holding shifting  soaking      holding rolling-back holding refuse  refuse
            doubting      keep        keep    keep     keep     rolling-back shifting keep holding holding holding holding keep      keep         keep    rolling-back holding refuse  raising
            paused        keep        keep    keep     keep     rolling-back keep  keep    keep    keep    keep    holding keep      keep         keep    rolling-back refuse  shifting raising
            by-hand       keep        keep    keep     keep     keep     keep      keep    keep    keep    keep    keep    keep      keep         keep    rolling-back refuse  shifting raising
            soaking       keep        keep    keep     keep     rolling-back completed holding holding holding holding holding holding keep         holding rolling-back holding refuse  refuse
            completed     keep        keep    keep     keep     keep     keep      keep    keep    keep    keep    keep    keep      keep         keep    keep         refuse  refuse  refuse
            rolling-back  keep        keep    keep     keep     keep     keep      keep    keep    keep    keep    keep    keep      rolled-back  stuck   keep         refuse  refuse  refuse
            stuck         keep        keep    keep     keep     keep     keep      keep    keep    keep    keep    keep    keep      rolled-back  stuck   keep         refuse  refuse  refuse
            rolled-back   keep        keep    keep     keep     keep     keep      keep    keep    keep    keep    keep    keep      keep         keep    keep         refuse  refuse  refuse
            """;

    private static Map<String, Canary> states() {
        Map<String, Canary> states = new LinkedHashMap<>();
        states.put("waiting", new Waiting());
        states.put("awaiting-go", new AwaitingGo(at(0, 0), OPENING));
        states.put("gate", new AwaitingGo(at(1, 1), OPENING));
        states.put("start", new Shifting(at(0, 0), 0));
        states.put("shifting", new Shifting(at(1, 1), 0));
        states.put("raising", new Raising(at(1, 1), 2, Weight.of(10), null));
        states.put("last", new Raising(at(2, 10), 3, Weight.of(100), null));
        states.put("doubting", held(Hold.Kind.TOO_FEW, 1, 1));
        states.put("paused", held(Hold.Kind.PAUSED, 1, 1));
        states.put("by-hand", held(Hold.Kind.BY_HAND, 0, 0));
        states.put("soaking", new Soaking(at(3, 100)));
        states.put("completed", new Completed(START));
        states.put("rolling-back", new RollingBack(CAUSE));
        states.put("stuck", new Stuck(CAUSE, "edge", "no"));
        states.put("rolled-back", new RolledBack(CAUSE, START));
        return states;
    }

    private static Canary held(Hold.Kind kind, int step, int weight) {
        return new Holding(at(step, weight), new Hold(kind, "why", START));
    }

    private static Map<String, Function<Canary, Decision>> inputs() {
        Map<String, Function<Canary, Decision>> inputs = new LinkedHashMap<>();
        inputs.put("passed", c -> c.passed(OPENING));
        inputs.put("staled", c -> c.staled("changed by hand"));
        inputs.put("go", c -> c.decided(decision(c, true)));
        inputs.put("no-go", c -> c.decided(decision(c, false)));
        inputs.put("unhealthy", c -> judged(c, Health.UNHEALTHY, Doubt.NONE));
        inputs.put("healthy", c -> judged(c, Health.HEALTHY, Doubt.NONE));
        inputs.put("too-few", c -> judged(c, Health.INCONCLUSIVE, Doubt.TOO_FEW));
        inputs.put("unclear", c -> judged(c, Health.INCONCLUSIVE, Doubt.UNCLEAR));
        inputs.put("degraded", c -> judged(c, Health.INCONCLUSIVE, Doubt.DEGRADED));
        inputs.put("silent", c -> judged(c, Health.INCONCLUSIVE, Doubt.SILENT));
        inputs.put("found-lower", c -> c.found(found(0), POLICY));
        inputs.put("found-higher", c -> c.found(found(50), POLICY));
        inputs.put("confirmed", c -> c.confirmed(new Confirmation(List.of(), LATER), POLICY));
        inputs.put("refused", c -> c.refused(new Refusal("edge", "other", LATER)));
        inputs.put("rollback", c -> c.rollback(CAUSE));
        inputs.put("pause", c -> c.ordered(order(Order.Kind.PAUSE), POLICY));
        inputs.put("resume", c -> c.ordered(order(Order.Kind.RESUME), POLICY));
        inputs.put("promote", c -> c.ordered(order(Order.Kind.PROMOTE), POLICY));
        return inputs;
    }

    private static Decision judged(Canary canary, Health health, Doubt doubt) {
        return canary.judged(judgement(health, doubt), POLICY);
    }

    private static Found found(int weight) {
        return new Found("edge", Weight.of(weight), LATER);
    }

    private static GateDecision decision(Canary canary, boolean go) {
        boolean step = canary instanceof AwaitingGo gate && gate.standing().step() > 0;
        return new GateDecision(step ? 2 : null, go, OPENING.hash(), "somebody", null, LATER);
    }

    private static Order order(Order.Kind kind) {
        return new Order(kind, "somebody", LATER);
    }

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersEveryInput(String row) {
        String[] words = row.trim().split(" +");
        Canary state = Objects.requireNonNull(STATES.get(words[0]));
        assertThat(words).as(row).hasSize(INPUTS.size() + 1);
        int column = 1;
        for (Map.Entry<String, Function<Canary, Decision>> input : INPUTS.entrySet()) {
            assertThat(word(input.getValue().apply(state)))
                    .as("%s, %s", words[0], input.getKey())
                    .isEqualTo(words[column++]);
        }
    }

    private static String word(Decision decision) {
        if (decision instanceof Decision.Change change) {
            return change.next() instanceof Raising ? "raising" : change.next().state();
        }
        return decision instanceof Decision.Keep ? "keep" : "refuse";
    }

    @Test
    void theTableHasEveryState() {
        Set<String> named = rows().map(row -> row.trim().split(" ")[0]).collect(Collectors.toSet());
        assertThat(named).isEqualTo(STATES.keySet());
        assertThat(STATES.values().stream().map(Canary::getClass).distinct())
                .as("one sample of each class at least")
                .hasSize(10);
    }

    @Test
    void nothingButGoLeadsFromNothingToGreen() {
        for (Canary state : STATES.values()) {
            for (Map.Entry<String, Function<Canary, Decision>> input : INPUTS.entrySet()) {
                Decision decision = input.getValue().apply(state);
                if (decision instanceof Decision.Change change) {
                    boolean raisedUnasked =
                            state.weight().isBelow(change.next().weight())
                                    && !(state instanceof Raising);
                    assertThat(raisedUnasked).as("%s, %s", state, input.getKey()).isFalse();
                }
            }
        }
    }

    @Test
    void survivesItsOwnJson() throws JsonProcessingException {
        ObjectMapper json = EventJson.mapper();
        for (Canary state : STATES.values()) {
            String text = json.writerFor(Canary.class).writeValueAsString(state);
            assertThat(json.readValue(text, Canary.class)).as(text).isEqualTo(state);
        }
    }

    @Test
    void aDecisionOnOtherEvidenceIsVoid() {
        Canary gate = new AwaitingGo(at(0, 0), OPENING);
        GateDecision other = new GateDecision(null, true, "other", "somebody", null, LATER);
        assertThat(gate.decided(other)).isEqualTo(Decision.keep());
    }

    @Test
    void aWeightSetByHandIsAdoptedAndHeldUntilResumed() {
        Canary tenPerCent = new Shifting(at(2, 10), 0);
        Decision.Change change = (Decision.Change) tenPerCent.found(found(0), POLICY);
        Holding holding = (Holding) change.next();
        assertThat(holding.weight()).isEqualTo(Weight.ZERO);
        assertThat(holding.hold().why()).contains("set by hand");
        assertThat(holding.judged(judgement(Health.HEALTHY, Doubt.NONE), POLICY))
                .isEqualTo(Decision.keep());
        Decision.Change resumed =
                (Decision.Change) holding.ordered(order(Order.Kind.RESUME), POLICY);
        assertThat(resumed.next()).isEqualTo(new Shifting(holding.standing(), 0));
    }

    @Test
    void anUnfinishedRaiseGoesBackToWhereItBegan() {
        Canary unfinished = new Raising(at(1, 1), 2, Weight.of(10), null);
        Decision.Change change = (Decision.Change) unfinished.found(found(10), POLICY);
        assertThat(change.next()).isEqualTo(new Shifting(new Standing(1, Weight.of(1), LATER), 0));
        assertThat(change.says()).isEmpty();
    }

    @Test
    void aRoutersAnswerIsNotLostToAnEarlierRecord() {
        Cause answered =
                CAUSE.answeredBy(
                        List.of(
                                RouterAnswer.outcome(
                                        new io.silverback.traffic.router.Reading(
                                                "edge", Weight.ZERO, START, LATER))));
        Decision.Change change = (Decision.Change) new RollingBack(CAUSE).rollback(answered);
        assertThat(((RollingBack) change.next()).cause().routers()).hasSize(1);
    }
}
