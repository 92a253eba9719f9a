package io.silverback.edge;

import io.silverback.edge.events.Producers;
import io.silverback.edge.routing.Clock;
import io.silverback.edge.settings.Settings;
import io.silverback.edge.settings.SettingsReader;
import io.silverback.edge.settings.SettingsRefused;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Starts the edge: {@code java -jar edge.jar --config edge.yaml}, or flags alone. */
public final class Edge {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Edge.class);
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");
    private static final long START_SECONDS = 30;

    private Edge() {}

    /** Runs until it is terminated; exits with 1 and one sentence where it can't start. */
    public static void main(String... arguments) {
        try {
            RunningEdge edge = start(SettingsReader.read(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(edge), "stop"));
        } catch (SettingsRefused | StartFailed e) {
            System.err.println("edge: " + e.getMessage());
            System.exit(1);
        }
    }

    private static RunningEdge start(Settings settings) {
        KAFKA.setLevel(Level.SEVERE);
        String token = settings.admin().token().read();
        try {
            RunningEdge edge =
                    new Assembly(
                                    settings,
                                    Clock.system(),
                                    registry -> Producers.feed(settings, registry))
                            .start(token)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(START_SECONDS, TimeUnit.SECONDS);
            LOG.atInfo()
                    .addKeyValue("router", settings.name())
                    .addKeyValue("proxyPort", edge.proxyPort())
                    .addKeyValue("adminPort", edge.adminPort())
                    .log("edge listens, green has 0.00 per cent");
            return edge;
        } catch (ExecutionException e) {
            throw new StartFailed(sentence(settings, e), e);
        } catch (TimeoutException e) {
            throw new StartFailed("not started within " + START_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while starting", e);
        }
    }

    private static String sentence(Settings settings, ExecutionException fault) {
        if (fault.getCause() instanceof BindException) {
            return "a port is in use or can't be opened: proxy %s:%d or admin %s:%d"
                    .formatted(
                            settings.proxy().host(),
                            settings.proxy().port(),
                            settings.admin().host(),
                            settings.admin().port());
        }
        return String.valueOf(fault.getMessage());
    }

    private static void stop(RunningEdge edge) {
        try {
            edge.stop()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("edge: stopped late: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
