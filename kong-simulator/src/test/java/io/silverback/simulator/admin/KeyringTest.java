package io.silverback.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.simulator.entity.Refusal;
import io.silverback.simulator.schema.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeyringTest {
    private final Keyring keyring = new Keyring();

    private Document ask(String method, String path, String body) {
        AdminResponse answer =
                keyring.answer(
                        AdminRequest.of(
                                method,
                                path,
                                null,
                                null,
                                null,
                                body.getBytes(StandardCharsets.UTF_8)));
        Object shown = Objects.requireNonNull(answer).body();
        return shown instanceof Map<?, ?> map ? Document.of(map) : new Document();
    }

    @Test
    void encryptsWithTheKeyThatIsActive() {
        String id = String.valueOf(ask("POST", "/keyring/generate", "").get("id"));

        ask("POST", "/keyring/activate", "{\"key\":\"" + id + "\"}");

        assertThat(ask("GET", "/keyring", ""))
                .containsEntry("active", id)
                .containsEntry("ids", List.of(id));
        assertThat(ask("GET", "/keyring/active", "")).containsEntry("id", id);
    }

    @Test
    void keepsTheActiveKeyAndRemovesOthers() {
        ask("POST", "/keyring/import/raw", "{\"id\":\"one\",\"data\":\"a2V5\"}");
        ask("POST", "/keyring/import/raw", "{\"id\":\"two\",\"data\":\"a2V5\"}");
        ask("POST", "/keyring/activate", "{\"key\":\"one\"}");

        ask("POST", "/keyring/remove", "{\"key\":\"two\"}");

        assertThat(ask("GET", "/keyring", "")).containsEntry("ids", List.of("one"));
        assertThatThrownBy(() -> ask("POST", "/keyring/remove", "{\"key\":\"one\"}"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void hasNoActiveKeyAtFirst() {
        assertThatThrownBy(() -> ask("GET", "/keyring/active", "")).isInstanceOf(Refusal.class);
    }
}
