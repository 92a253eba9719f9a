package io.silverback.console.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.console.Story;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.GoNoGo.Gate;
import io.silverback.contracts.GoNoGo.Status;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BallotTest {

    private final GoNoGo twoAsked = Story.opened("c", Gate.CUTOVER, 2, "e");

    @Test
    void decidesByCriteriaWhereNobodyIsAsked() {
        GoNoGo opened = Story.opened("m", Gate.EXECUTION, 0, "e");

        GoNoGo decided = Ballot.onOpened(opened).orElseThrow();

        assertThat(decided.status()).isEqualTo(Status.GO);
        assertThat(decided.by()).isEqualTo("criteria");
        assertThat(decided.evidenceHash()).isEqualTo("e");
        assertThat(decided.subjectId()).isEqualTo("m");
    }

    @Test
    void leavesAGateToPeopleWhereTheyAreAsked() {
        assertThat(Ballot.onOpened(twoAsked)).isEmpty();
        assertThat(Ballot.onOpened(Story.gate("m", Gate.EXECUTION, Status.GO, 0, "e"))).isEmpty();
    }

    @Test
    void waitsForAsManyDifferentPeopleAsAreAsked() {
        assertThat(Ballot.onSpoken(twoAsked, Status.GO, Set.of("ann"), "ann", null)).isEmpty();
        assertThat(Ballot.onSpoken(twoAsked, Status.GO, Set.of("ann", "bob"), "bob", "fine"))
                .hasValueSatisfying(
                        decided -> {
                            assertThat(decided.status()).isEqualTo(Status.GO);
                            assertThat(decided.by()).isEqualTo("ann,bob");
                            assertThat(decided.why()).isEqualTo("fine");
                        });
    }

    @Test
    void oneNoGoDecides() {
        assertThat(Ballot.onSpoken(twoAsked, Status.NO_GO, Set.of(), "ann", "not today"))
                .hasValueSatisfying(
                        decided -> assertThat(decided.status()).isEqualTo(Status.NO_GO));
    }
}
