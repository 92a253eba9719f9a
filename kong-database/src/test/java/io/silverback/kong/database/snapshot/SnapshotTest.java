package io.silverback.kong.database.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.row.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final String PART = "consumers.0.ndjson.zst";

    @TempDir Path directory;
    private DirectoryParts parts;
    private MemoryRows rows;
    private String sha256;

    @BeforeEach
    void write() throws IOException {
        parts = new DirectoryParts(directory);
        rows = MemoryRows.recorded();
        sha256 = Snapshots.write(rows, parts);
    }

    @Test
    void givesBackEachRowWithItsTtlsAndWritetimes() throws Exception {
        Snapshot snapshot = Snapshot.open(parts, sha256);
        for (TableEntry table : snapshot.manifest().tables()) {
            List<SourceRow> read = new ArrayList<>();
            snapshot.read(table.name(), read::add);
            List<SourceRow> written = rows.rows(table.name());
            assertThat(read).hasSameSizeAs(written);
            for (int i = 0; i < read.size(); i++) {
                assertThat(withoutNulls(read.get(i))).isEqualTo(withoutNulls(written.get(i)));
            }
        }
    }

    private static SourceRow withoutNulls(SourceRow row) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.values().removeIf(Objects::isNull);
        return new SourceRow(
                values, row.ttls(), row.writetimes(), row.readAt().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void refusesAnAlteredPart() throws Exception {
        byte[] content = Files.readAllBytes(directory.resolve(PART));
        content[content.length / 2] ^= 1;
        Files.write(directory.resolve(PART), content);
        assertRefused(PART, "altered");
    }

    @Test
    void refusesATruncatedPart() throws Exception {
        byte[] content = Files.readAllBytes(directory.resolve(PART));
        Files.write(directory.resolve(PART), Arrays.copyOf(content, content.length - 1));
        assertRefused(PART, "bytes");
    }

    @Test
    void refusesToGoOnWithoutAPart() throws Exception {
        Files.delete(directory.resolve(PART));
        assertRefused(PART, "missing");
    }

    @Test
    void refusesAnotherManifest() throws Exception {
        Files.writeString(directory.resolve(Manifest.NAME), "{}");
        assertRefused(Manifest.NAME, "altered");
    }

    @Test
    void findsAPartThatWasAlteredAfterTheCheckWhenItIsRead() throws Exception {
        Snapshot.open(parts, sha256);
        Snapshot reopened = Snapshot.reopen(parts, sha256);
        reopened.read("consumers", row -> {});
        byte[] content = Files.readAllBytes(directory.resolve(PART));
        content[content.length - 1] ^= 1;
        Files.write(directory.resolve(PART), content);

        assertThatThrownBy(() -> reopened.read("consumers", row -> {}))
                .isInstanceOf(IOException.class);
    }

    private void assertRefused(String part, String reason) {
        assertThatThrownBy(() -> Snapshot.open(parts, sha256))
                .isInstanceOfSatisfying(
                        SnapshotRefusedException.class,
                        refused -> {
                            assertThat(refused.part()).isEqualTo(part);
                            assertThat(refused.reason()).contains(reason);
                        });
    }

    @Test
    void keepsEachPartInTwoStores() throws Exception {
        DirectoryParts one = new DirectoryParts(directory.resolve("one"));
        DirectoryParts two = new DirectoryParts(directory.resolve("two"));
        String stored = Snapshots.write(rows, new RedundantParts(List.of(one, two)));
        Files.delete(one.directory().resolve(PART));
        Snapshot snapshot = Snapshot.open(List.of(one, two), stored);
        assertThat(snapshot.manifest().countRows()).isGreaterThan(1_500);
        Files.delete(two.directory().resolve(PART));
        assertThatThrownBy(() -> Snapshot.open(List.of(one, two), stored))
                .hasMessageContaining("no copy");
    }

    @Test
    void believesNoStoreThatGivesBackSomethingElse() throws Exception {
        Parts lying = new LyingParts(new DirectoryParts(directory.resolve("lying")));
        Parts both =
                new RedundantParts(List.of(new DirectoryParts(directory.resolve("one")), lying));
        assertThatThrownBy(() -> Snapshots.write(rows, both))
                .isInstanceOf(SnapshotRefusedException.class)
                .hasMessageContaining("store 2");
    }

    @Test
    void wantsTwoStores() {
        assertThatThrownBy(() -> new RedundantParts(List.of(parts)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Says that it has stored everything, and loses the last byte. */
    private record LyingParts(Parts parts) implements Parts {
        @Override
        public OutputStream create(String name) throws IOException {
            return parts.create(name);
        }

        @Override
        public InputStream open(String name) throws IOException {
            try (InputStream in = parts.open(name)) {
                byte[] all = in.readAllBytes();
                return new java.io.ByteArrayInputStream(all, 0, all.length - 1);
            }
        }
    }
}
