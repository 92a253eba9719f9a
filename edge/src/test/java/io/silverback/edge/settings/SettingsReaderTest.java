package io.silverback.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final String[] LEAST = {
        "--blue", "http://b:1,http://c:2", "--green", "http://g:3", "--admin-token-env", "TOKEN"
    };

    @Test
    void hasADefaultForAllButUpstreamsAndToken() {
        Settings settings = SettingsReader.read(LEAST);

        assertThat(settings.proxy().port()).isEqualTo(7480);
        assertThat(settings.admin().port()).isEqualTo(7481);
        assertThat(settings.admin().host()).isEqualTo("127.0.0.1");
        assertThat(settings.events().window()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.events().bootstrapServers()).isNull();
        assertThat(settings.sticky().by()).isEqualTo(Settings.By.NONE);
        assertThat(settings.blue().upstreams())
                .containsExactly(URI.create("http://b:1"), URI.create("http://c:2"));
    }

    @Test
    void letsAFlagOverrideTheFile(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("edge.yaml"), fileWith("sticky: {by: client}"));

        Settings settings = SettingsReader.read("--config", file.toString(), "--sticky", "cookie");

        assertThat(settings.sticky().by()).isEqualTo(Settings.By.COOKIE);
        assertThat(settings.eventLoops()).isEqualTo(1);
        assertThat(Objects.requireNonNull(settings.admin().token()).file())
                .isEqualTo(folder.resolve("token"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red                           | colour",
                "proxy: {prot: 1}                      | proxy.prot",
                "proxy: {port: 70000}                  | proxy.port",
                "events: {window: soon}                | events.window",
                "green: {upstreams: ['ftp://x']}       | green",
                "green: {upstreams: []}                | green",
            })
    void refusesAndNamesTheKey(String line, String key, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("edge.yaml"), fileWith(line));

        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> SettingsReader.read("--config", file.toString()))
                .withMessageContaining(key);
    }

    @Test
    void refusesAnUnknownFlag() {
        assertThatExceptionOfType(SettingsRefused.class)
                .isThrownBy(() -> SettingsReader.read("--colour", "red"))
                .withMessageContaining("--colour");
    }

    private static String fileWith(String line) {
        String green = line.startsWith("green") ? "" : "green: {upstreams: ['http://g:3']}\n";
        return "blue: {upstreams: ['http://b:1']}\n"
                + green
                + "admin: {token: {file: token}}\n"
                + line
                + "\n";
    }
}
