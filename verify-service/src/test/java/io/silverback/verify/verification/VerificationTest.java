package io.silverback.verify.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.verify.verification.Verification.Action;
import io.silverback.verify.verification.Verification.Awaiting;
import io.silverback.verify.verification.Verification.Failed;
import io.silverback.verify.verification.Verification.Passed;
import io.silverback.verify.verification.Verification.Step;
import io.silverback.verify.verification.Verification.Stopped;
import io.silverback.verify.verification.Verification.Verifying;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerificationTest {

    private enum Input {
        SYNCED_SAME(state -> state.synced(2)),
        SYNCED_NEWER(state -> state.synced(3)),
        SYNCED_OLDER(state -> state.synced(1)),
        PASSED(state -> state.passed(2)),
        PASSED_OLDER(state -> state.passed(1)),
        FAILED(state -> state.failed(2, "why")),
        FAILED_OLDER(state -> state.failed(1, "why")),
        STOPPED(state -> state.stopped("end"));

        private final Function<Verification, Step> apply;

        Input(Function<Verification, Step> apply) {
            this.apply = apply;
        }
    }

    private static final Verification AWAITING = new Awaiting();
    private static final Verification VERIFYING = new Verifying(2);
    private static final Verification PASSED = new Passed(2);
    private static final Verification FAILED = new Failed(2, "why");
    private static final Verification STOPPED = new Stopped(2, "end");

    static Stream<Arguments> transitions() {
        return Stream.of(
                row(AWAITING, Input.SYNCED_SAME, new Verifying(2), Action.START),
                row(AWAITING, Input.SYNCED_NEWER, new Verifying(3), Action.START),
                row(AWAITING, Input.SYNCED_OLDER, new Verifying(1), Action.START),
                stays(AWAITING, Input.PASSED),
                stays(AWAITING, Input.PASSED_OLDER),
                stays(AWAITING, Input.FAILED),
                stays(AWAITING, Input.FAILED_OLDER),
                row(AWAITING, Input.STOPPED, new Stopped(0, "end"), Action.CANCEL),
                stays(VERIFYING, Input.SYNCED_SAME),
                row(VERIFYING, Input.SYNCED_NEWER, new Verifying(3), Action.START),
                stays(VERIFYING, Input.SYNCED_OLDER),
                row(VERIFYING, Input.PASSED, PASSED, Action.PUBLISH_PASSED),
                stays(VERIFYING, Input.PASSED_OLDER),
                row(VERIFYING, Input.FAILED, FAILED, Action.PUBLISH_ROLLBACK),
                stays(VERIFYING, Input.FAILED_OLDER),
                row(VERIFYING, Input.STOPPED, STOPPED, Action.CANCEL),
                stays(PASSED, Input.SYNCED_SAME),
                row(PASSED, Input.SYNCED_NEWER, new Verifying(3), Action.START),
                stays(PASSED, Input.SYNCED_OLDER),
                stays(PASSED, Input.PASSED),
                stays(PASSED, Input.PASSED_OLDER),
                stays(PASSED, Input.FAILED),
                stays(PASSED, Input.FAILED_OLDER),
                row(PASSED, Input.STOPPED, STOPPED, Action.NONE),
                stays(FAILED, Input.SYNCED_SAME),
                row(FAILED, Input.SYNCED_NEWER, new Verifying(3), Action.START),
                stays(FAILED, Input.SYNCED_OLDER),
                stays(FAILED, Input.PASSED),
                stays(FAILED, Input.PASSED_OLDER),
                stays(FAILED, Input.FAILED),
                stays(FAILED, Input.FAILED_OLDER),
                stays(FAILED, Input.STOPPED),
                stays(STOPPED, Input.SYNCED_SAME),
                stays(STOPPED, Input.SYNCED_NEWER),
                stays(STOPPED, Input.SYNCED_OLDER),
                stays(STOPPED, Input.PASSED),
                stays(STOPPED, Input.PASSED_OLDER),
                stays(STOPPED, Input.FAILED),
                stays(STOPPED, Input.FAILED_OLDER),
                stays(STOPPED, Input.STOPPED));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void goesWhereTheTableSays(Verification state, Input input, Verification next, Action action) {
        assertThat(input.apply.apply(state)).isEqualTo(new Step(next, action));
    }

    @Test
    void theTableHasEveryPair() {
        Set<List<Object>> pairs =
                transitions()
                        .map(row -> List.of(row.get()[0], row.get()[1]))
                        .collect(Collectors.toSet());
        int states = Verification.class.getPermittedSubclasses().length;

        assertThat(pairs).hasSize(states * Input.values().length);
    }

    private static Arguments row(
            Verification state, Input input, Verification next, Action action) {
        return Arguments.of(state, input, next, action);
    }

    private static Arguments stays(Verification state, Input input) {
        return Arguments.of(state, input, state, Action.NONE);
    }
}
