package io.silverback.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<BigDecimal> weights = new ArrayList<>();
    private final Story story =
            new Story(new PrintStream(printed, true, StandardCharsets.UTF_8), weights::add);

    @Test
    void isOverWhenEveryMigrationAndCutoverHasEnded() {
        tell("migration-requested", "m1", "{\"workspace\":\"payments\"}");
        tell("cutover-requested", "c1", "{\"name\":\"public-api\"}");
        tell("migration-ended", "m1", "{\"outcome\":\"completed\"}");
        assertThat(story.isOver()).isFalse();

        tell("cutover-completed", "c1", "{}");
        assertThat(story.isOver()).isTrue();
    }

    @Test
    void isOverWithoutTheEndOfWhatBelongsToNoWorkspaceWhereAllWentBack() {
        tell("migration-requested", "m0", "{\"workspace\":\"_estate\"}");
        tell("migration-requested", "m1", "{\"workspace\":\"payments\"}");
        tell("cutover-requested", "c1", "{\"name\":\"public-api\"}");
        tell("rolled-back", "c1", "{\"reason\":\"green fails\"}");
        assertThat(story.isOver()).isFalse();

        tell("migration-ended", "m1", "{\"outcome\":\"rolled-back\"}");
        assertThat(story.isOver()).isTrue();
    }

    @Test
    void saysWhatCameOfAWorkspace() {
        tell("migration-requested", "m1", "{\"workspace\":\"payments\"}");
        tell("config-dumped", "m1", "{\"counts\":{\"services\":3,\"routes\":4}}");
        tell("config-synced", "m1", "{\"changes\":{\"services\":{\"created\":3}}}");
        tell(
                "tests-passed",
                "m1",
                "{\"parity\":{\"differing\":0},\"routes\":{\"exercised\":4,\"total\":4},\"logins\":{\"proven\":2}}");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("payments")
                .contains("7")
                .contains("3 created")
                .contains("0 differ · 4/4 routes · 2 logins");
    }

    @Test
    void saysWhatNeedsAPersonAndWhy() {
        tell("migration-requested", "m1", "{\"workspace\":\"payments\"}");
        tell(
                "config-synced",
                "m1",
                """
                {"attention":[
                  {"entityType":"basicauth_credentials","names":["ann","bob"],"reason":"hashed"},
                  {"entityType":"plugins","names":["x"],"reason":"refused by Kong"}]}\
                """);
        tell("tests-passed", "m1", "{}");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2 basicauth_credentials need a person: hashed")
                .contains("1 plugins need a person: refused by Kong");
    }

    @Test
    void needsTrafficOnceAWorkspaceIsVerified() {
        tell("migration-requested", "m0", "{\"workspace\":\"_estate\"}");
        tell("migration-requested", "m1", "{\"workspace\":\"payments\"}");
        tell("tests-passed", "m0", "{}");
        assertThat(story.needsTraffic()).isFalse();

        tell("tests-passed", "m1", "{}");
        assertThat(story.needsTraffic()).isTrue();
    }

    @Test
    void needsTrafficWhereAMigrationEndedBefore() {
        tell("migration-requested", "m1", "{\"workspace\":\"payments\"}");
        tell("migration-ended", "m1", "{\"outcome\":\"failed\"}");

        assertThat(story.needsTraffic()).isTrue();
    }

    @Test
    void tellsEachWeightToWhoWantsToKnow() {
        tell("cutover-requested", "c1", "{\"name\":\"public-api\"}");
        tell("canary-advanced", "c1", "{\"step\":1,\"from\":0,\"to\":1}");
        tell("canary-advanced", "c1", "{\"step\":2,\"from\":1,\"to\":5,\"evidence\":{}}");

        assertThat(weights).containsExactly(new BigDecimal("1"), new BigDecimal("5"));
    }

    private void tell(String topic, String key, String body) {
        try {
            story.on(
                    new TopicTail.Line(
                            topic,
                            key,
                            Instant.parse("2026-01-01T00:00:00Z"),
                            new ObjectMapper().readTree(body)));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
