package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackupVerbsTest {

    private final FakePeer dump = new FakePeer();

    @AfterEach
    void close() {
        dump.close();
    }

    private Run backup(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "backup";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--dump";
        all[all.length - 1] = dump.url();
        return Run.of(all);
    }

    @Test
    void createTellsWhatWasTakenAndWhatWasRemoved() {
        dump.answers(
                "POST /backups",
                """
                {"backup":{"id":"b-2","gateway":"blue","rows":1543,"bytes":70112},"removed":["b-1"]}
                """);

        Run run = backup("create", "blue");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        backup b-2 of blue: 1543 rows, 70112 bytes in each store
                        removed b-1: old
                        """);
        assertThat(dump.requests().get(0).body()).isEqualTo("{\"gateway\":\"blue\"}");
        assertThat(dump.requests().get(0).actor()).isNotEmpty();
    }

    @Test
    void listShowsThemAndNamesThoseThatCantBeRead() {
        dump.answers(
                "GET /backups",
                """
                {"backups":[{"id":"b-2","gateway":"blue","database":"cassandra","place":"kong",
                  "kongVersion":"3.3.1","takenAt":"2026-11-23T12:00:00Z","rows":1543,"bytes":70112}],
                 "unreadable":["b-1"]}
                """);

        Run run = backup("list");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        backup  gateway  database   of    Kong   taken                 rows  bytes
                        b-2     blue     cassandra  kong  3.3.1  2026-11-23T12:00:00Z  1543  70112
                        can't be read: b-1 (altered, or another key)
                        """);
    }

    @Test
    void listSaysThatThereIsNone() {
        dump.answers("GET /backups", "{\"backups\":[],\"unreadable\":[]}");

        Run run = backup("list");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("there is no backup\n");
    }

    @Test
    void verifyNamesEachBrokenCopy() {
        dump.answers(
                "POST /backups/b-2/verification",
                """
                {"id":"b-2","artefacts":12,"restorable":true,
                 "problems":[{"store":"dc2","artefact":"rows.routes","reason":"It is missing."}]}
                """);

        Run run = backup("verify", "b-2");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        """
                        backup b-2: 12 artefacts, 1 copy broken; it can be restored
                        dc2  rows.routes  It is missing.
                        """);
    }

    @Test
    void verifyEndsWellWhereAllIsWhole() {
        dump.answers(
                "POST /backups/b-2/verification",
                "{\"id\":\"b-2\",\"artefacts\":12,\"restorable\":true,\"problems\":[]}");

        Run run = backup("verify", "b-2");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("backup b-2: 12 artefacts, whole in every store; it can be restored");
    }

    @Test
    void restoreSaysIntoWhichGatewayAndThatRowsMayBeReplaced() {
        dump.answers(
                "POST /backups/b-2/restoration",
                "{\"id\":\"b-2\",\"gateway\":\"green\",\"rows\":7}");

        Run run = backup("restore", "b-2", "--into", "green", "--replace");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("backup b-2 is restored under gateway green: 7 rows");
        assertThat(dump.requests().get(0).body())
                .contains("\"gateway\":\"green\"", "\"replace\":true");
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        dump.refuses(
                "POST /backups/b-2/restoration",
                409,
                """
                {"type":"urn:silverback:problem:backup-refused","title":"Refused","status":409,
                 "detail":"Backup b-2 is not restored: Table routes holds rows."}
                """);

        Run run = backup("restore", "b-2", "--into", "blue");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Table routes holds rows");
        assertThat(backup("restore", "b-2").code()).isEqualTo(2);
    }
}
