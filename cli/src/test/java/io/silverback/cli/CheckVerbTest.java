package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckVerbTest {

    private static final String PATH = "GET /gateways/blue/check?workspace=payments";

    private final FakePeer sync = new FakePeer();

    @AfterEach
    void close() {
        sync.close();
    }

    @Test
    void tellsWhatAgreesDiffersAndWasNeverSeen() {
        sync.answers(
                PATH,
                """
                {"gateway":"blue","version":"3.3.1","edition":"ENTERPRISE","workspace":"payments","findings":[
                 {"verdict":"NEVER_SEEN","entity":"admins","what":"there is no row of it","proven":false},
                 {"verdict":"DIFFERS","entity":"snis","what":"its schema has no field name","proven":true},
                 {"verdict":"AGREES","entity":"routes","what":"it can be read","proven":true}]}
                """);

        Run run = check();

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        blue is Kong 3.3.1 (ENTERPRISE), workspace payments: 1 agree, 1 differ, 1 never seen
                        agrees     routes: it can be read
                        differs    snis: its schema has no field name
                        never seen admins: there is no row of it (by documentation, not proven)
                        """);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void endsWellWhereNothingDiffers() {
        sync.answers(
                PATH,
                """
                {"gateway":"blue","version":"3.3.1","edition":"OSS","workspace":"payments","findings":[]}
                """);

        assertThat(check().code()).isZero();
    }

    private Run check() {
        return Run.of("check", "blue", "--workspace", "payments", "--sync", sync.url());
    }
}
