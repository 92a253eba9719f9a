package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactVerbTest {

    private static final String URI = "file-store://default/m-1/1/payments.yaml";
    private static final String LINE =
            "GET /api/artefacts?uri=file-store%3A%2F%2Fdefault%2Fm-1%2F1%2Fpayments.yaml";

    private final FakePeer console = new FakePeer();
    private final Path directory;
    private final Path target;

    ArtefactVerbTest(@TempDir Path directory) {
        this.directory = directory;
        this.target = directory.resolve("got.yaml");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private Run get(String... more) {
        return Run.against(
                console,
                Stream.concat(
                                Stream.of("artefact", "get", URI, "-o", target.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private Stream<Path> files() throws IOException {
        return Files.list(directory);
    }

    @Test
    void keepsWhatItGetsForItsOwnerOnly() throws IOException {
        console.answers(LINE, 200, "application/octet-stream", "services: []");

        Run run = get();

        assertThat(run.code()).isZero();
        assertThat(target).hasContent("services: []");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(run.out()).contains("12 bytes, decrypted");
    }

    @Test
    void keepsNothingOfAnAnswerThatBreaksOff() throws IOException {
        console.answers(
                LINE, new FakePeer.Answer(200, "application/octet-stream", "services", 1000));

        Run run = get();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("can't be reached: the connection broke.");
        assertThat(files()).isEmpty();
    }

    @Test
    void tellsWhyAnArtefactIsRefused() throws IOException {
        console.refuses(LINE, 422, "{\"detail\":\"Artefact m-1/1/payments.yaml is truncated.\"}");

        Run run = get();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "silverback: Artefact m-1/1/payments.yaml is truncated.\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void replacesNoFileUnlessForced() throws IOException {
        console.answers(LINE, 200, "application/octet-stream", "new");
        Files.writeString(target, "old");

        assertThat(get().err()).contains("is there already (--force)");
        assertThat(target).hasContent("old");

        assertThat(get("--force").code()).isZero();
        assertThat(target).hasContent("new");
    }

    @Test
    void sendsTheTokenOfAFile() throws IOException {
        console.answers(LINE, 200, "application/octet-stream", "x");
        Path token = Files.writeString(directory.resolve("token"), "t-1\n");

        get("--token-file", token.toString());

        assertThat(console.requests().get(0).token()).isEqualTo("Bearer t-1");
    }

    @Test
    void refusesAUriThatNamesNoFile() {
        assertThat(Run.against(console, "artefact", "get", "file-store://x/..").err())
                .contains("is no artefact's URI");
    }
}
