package io.silverback.quickstart;

import io.silverback.quickstart.clients.ClientReport;
import io.silverback.quickstart.clients.ClientStream;
import io.silverback.quickstart.clients.Load;
import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Environment;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.story.DemoResult;
import io.silverback.quickstart.story.Teller;
import io.silverback.quickstart.story.TopicTail;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The demo's plan from its submission to its end, under the requests of its clients.
 *
 * @param out takes the story
 * @param perSecond client requests a second
 * @param limit after which an unfinished plan is given up
 */
record DemoRun(PrintStream out, int perSecond, Duration limit) {

    private static final Duration RAMP_UP = Duration.ofSeconds(40);
    private static final int CLIENTS = 64;

    /**
     * Submits the plan to an environment that can take one, and starts what it needs when it needs
     * it: what moves clients when a workspace is verified.
     *
     * @param onReady told what has become ready
     * @param onWeight told each weight that the cutover has reached
     */
    Outcome on(Environment environment, Consumer<Part> onReady, Consumer<BigDecimal> onWeight)
            throws CannotStart, IOException, InterruptedException {
        try (TopicTail topics =
                new TopicTail(environment.bootstrapServers(), environment.topics())) {
            Teller teller = new Teller(topics, out, onWeight);
            new ConsoleDoor().submit(environment.ports().console(), DemoPlan.yaml());
            environment.startWhatSyncs();
            onReady.accept(Part.SERVICES);
            teller.tellUntilTrafficIsNeeded(limit);
            environment.startWhatMovesClients();
            onReady.accept(Part.TRAFFIC);
            return watch(environment.ports().edgeProxy(), teller);
        }
    }

    /** What a plan needs one after the other. */
    enum Part {
        /** All that brings a workspace to green and verifies it. */
        SERVICES,
        /** All that moves its clients. */
        TRAFFIC
    }

    private Outcome watch(int edge, Teller teller) throws InterruptedException {
        try (ClientStream clients =
                ClientStream.start(
                        URI.create("http://127.0.0.1:" + edge),
                        DemoEstate.requests(DemoEstate.workspaces()),
                        Load.open(perSecond, RAMP_UP).ofClients(CLIENTS))) {
            boolean over = teller.tell(limit);
            ClientReport report = clients.stop();
            return new Outcome(teller.result(report), over);
        }
    }

    /** What came of it; {@code over} is false where the limit was reached before. */
    record Outcome(DemoResult result, boolean over) {}
}
