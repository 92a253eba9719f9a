package io.silverback.quickstart.story;

import io.silverback.quickstart.clients.ClientReport;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads the topics and tells the story of one plan until it is over. */
public final class Teller {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final TopicTail topics;
    private final Story story;

    /**
     * @param onWeight told each weight that a cutover has reached
     */
    public Teller(TopicTail topics, PrintStream out, Consumer<BigDecimal> onWeight) {
        this.topics = topics;
        this.story = new Story(out, onWeight);
    }

    /** Tells until a workspace is verified, or has ended before; {@code limit} at most. */
    public void tellUntilTrafficIsNeeded(Duration limit) {
        tellUntil(story::needsTraffic, limit);
    }

    /** Tells until everything has ended; false when {@code limit} is over before. */
    public boolean tell(Duration limit) {
        return tellUntil(story::isOver, limit);
    }

    private boolean tellUntil(BooleanSupplier reached, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            topics.poll(PATIENCE).forEach(story::on);
        }
        return true;
    }

    /** What came of it, with what the clients saw. */
    public DemoResult result(ClientReport clients) {
        return new DemoResult(story.migrations(), story.cutovers(), clients);
    }
}
