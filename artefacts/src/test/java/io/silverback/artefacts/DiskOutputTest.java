package io.silverback.artefacts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskOutputTest {

    private static final Path FULL = Path.of("/dev/full");

    @Test
    void aFullDiskIsToldAsTheStoresFault() throws IOException {
        assumeThat(FULL).exists();
        try (DiskOutput out = new DiskOutput(FULL)) {
            assertThatThrownBy(() -> out.write(new byte[8192], 0, 8192))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("No space left");
        }
    }
}
