package io.silverback.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.edge.routing.Colour;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultLogTest {

    private final Logger logger = Logger.getLogger(FaultLog.class.getName());
    private final Lines lines = new Lines();
    private long now;

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(lines);
    }

    @Test
    void saysTheFirstAndCountsTheOthersUntilFiveSecondsHavePassed() {
        FaultLog log = new FaultLog(() -> now);

        log.noAnswer(Colour.BLUE, new ConnectException("refused"));
        log.noAnswer(Colour.BLUE, new ConnectException("refused"));
        now = TimeUnit.SECONDS.toNanos(5) - 1;
        log.noAnswer(Colour.GREEN, new ConnectException("refused"));
        now++;
        log.noAnswer(Colour.GREEN, new ConnectException("late"));

        assertThat(lines.said)
                .containsExactly(
                        "blue gave no answer: java.net.ConnectException: refused (0 more since the"
                                + " last such line)",
                        "green gave no answer: java.net.ConnectException: late (2 more since the"
                                + " last such line)");
    }

    private static final class Lines extends Handler {

        private final List<String> said = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
