package io.silverback.artefacts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTest {

    private final Path temp;

    KeyEncryptionKeyTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path file = temp.resolve("none.json");

        assertThatThrownBy(() -> KeyEncryptionKey.load(file))
                .isInstanceOf(KeysetException.class)
                .hasMessage("Key-encryption keyset %s can't be used: there is no such file.", file);
    }

    @Test
    void refusesWhatIsNoKeysetWithoutRepeatingIt() throws IOException {
        Path file = Files.writeString(temp.resolve("kek.json"), "{\"key\": \"top-secret\"}");

        assertThatThrownBy(() -> KeyEncryptionKey.load(file))
                .isInstanceOf(KeysetException.class)
                .hasMessageEndingWith("it is no Tink AEAD keyset in JSON.")
                .hasNoCause();
    }

    @Test
    void refusesATruncatedKeyset() throws IOException {
        Path file = Keysets.create(temp.resolve("kek.json"));
        String keyset = Files.readString(file);
        Files.writeString(file, keyset.substring(0, keyset.length() / 2));

        assertThatThrownBy(() -> KeyEncryptionKey.load(file)).isInstanceOf(KeysetException.class);
    }
}
