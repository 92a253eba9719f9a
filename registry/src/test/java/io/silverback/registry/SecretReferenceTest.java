package io.silverback.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferenceTest {

    private final Path file;
    private final SecretReference reference;

    SecretReferenceTest(@TempDir Path directory) {
        file = directory.resolve("token");
        reference = new SecretReference.File(file);
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
    }

    private void refuses(String reason) {
        assertThatThrownBy(reference::read)
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage("The secret in file " + file + " can't be read: " + reason + ".")
                .hasNoCause();
    }

    @Test
    void readsAFileAnewWithoutItsLastLineBreak() throws IOException {
        write("first \n");
        assertThat(reference.read()).isEqualTo("first ");

        write("second\r\n");
        assertThat(reference.read()).isEqualTo("second");
    }

    @Test
    void saysWhyAFileGivesNoSecret() throws IOException {
        refuses("there is no such file");

        write("\n");
        refuses("it is empty");

        write("x".repeat((1 << 20) + 1));
        refuses("it is larger than 1 MiB");

        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        refuses("it is not text in UTF-8");
    }

    @Test
    void readsTheEnvironment() {
        assertThat(new SecretReference.Env("PATH").read()).isEqualTo(System.getenv("PATH"));
        assertThatThrownBy(() -> new SecretReference.Env("SILVERBACK_NOT_SET").read())
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage(
                        "The secret in environment variable SILVERBACK_NOT_SET can't be read: it is"
                                + " not set.");
    }

    @Test
    void showsTheReferenceOnly() throws IOException {
        write("top-secret");

        assertThat(reference.toString()).isEqualTo("file " + file);
    }
}
