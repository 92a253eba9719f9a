package io.silverback.kong.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private static final String SECRET = "open-sesame";

    @Test
    void sortsMoreThanMemoryMayHold() throws IOException {
        try (Scratch scratch = Scratch.withMemory(1000)) {
            Spool spool = scratch.spool();
            for (int number = 4999; number >= 0; number--) {
                spool.add(line(number));
            }

            assertThat(all(spool.sorted()))
                    .isEqualTo(IntStream.range(0, 5000).mapToObj(ScratchTest::line).toList());
        }
    }

    @Test
    void writesFilesThatNobodyElseCanRead() throws IOException {
        try (Scratch scratch = Scratch.withMemory(1000)) {
            Spool spool = scratch.spool();
            for (int number = 0; number < 1000; number++) {
                spool.add(line(number));
            }
            spool.close();
            Path file = scratch.file();

            for (Path one : Files.list(file.getParent()).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                        .isEqualTo("rw-------");
                assertThat(Files.readString(one, StandardCharsets.ISO_8859_1))
                        .doesNotContain(SECRET);
            }
            assertThat(Files.list(file.getParent()).mapToLong(one -> one.toFile().length()).sum())
                    .isGreaterThan(10_000);
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        Path directory;
        try (Scratch scratch = Scratch.withMemory(10)) {
            scratch.spool().add(line(1));
            directory = scratch.file().getParent();
        }

        assertThat(directory).doesNotExist();
    }

    @Test
    void readsASpoolAsOftenAsOneLikes() throws IOException {
        try (Scratch scratch = Scratch.withMemory(10)) {
            Spool spool = scratch.spool();
            spool.add(line(1));
            spool.add(line(2));
            spool.close();

            assertThat(all(spool)).containsExactly(line(1), line(2)).isEqualTo(all(spool));
        }
    }

    private static Line line(int number) {
        return new Line(List.of("" + (10_000 + number), "ü\u0000"), SECRET + number);
    }

    private static List<Line> all(Spool spool) throws IOException {
        List<Line> all = new ArrayList<>();
        try (Lines lines = spool.read()) {
            for (Line line = lines.readNext(); line != null; line = lines.readNext()) {
                all.add(line);
            }
        }
        return all;
    }
}
