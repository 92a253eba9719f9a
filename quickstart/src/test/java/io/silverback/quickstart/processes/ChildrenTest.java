package io.silverback.quickstart.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

    @TempDir Path directory;

    /** As when Ctrl-C comes while programs are still being started. */
    @Test
    void nothingIsStartedOnceAllAreBeingEnded() throws IOException {
        Path trace = directory.resolve("trace");
        Program program =
                new Program("late", directory, List.of("touch", trace.toString()), Map.of());
        Children children = new Children(directory, 1);
        children.close();

        assertThatThrownBy(() -> children.start(program))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("late is not started");
        assertThat(Files.exists(directory.resolve("logs/late.log"))).isFalse();
    }
}
