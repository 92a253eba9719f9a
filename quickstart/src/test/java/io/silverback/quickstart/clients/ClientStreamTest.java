package io.silverback.quickstart.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.silverback.quickstart.estate.ClientRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Clients that wait for their answers do not bury a server that has become slow. */
class ClientStreamTest {

    private static final int CLIENTS = 3;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final CyclicBarrier allClients = new CyclicBarrier(CLIENTS);
    private final CountDownLatch answered = new CountDownLatch(10 * CLIENTS);

    @Test
    void noClientSendsBeforeItsLastRequestWasAnswered() throws Exception {
        ExecutorService workers = Executors.newCachedThreadPool();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answerOnceAllWait);
        server.start();
        URI edge = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Load load = Load.open(5000, Duration.ZERO).ofClients(CLIENTS);
        try (ClientStream clients =
                ClientStream.start(edge, List.of(new ClientRequest("any.test", "/", null)), load)) {
            assertThat(clients).isNotNull();
            assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop(0);
            workers.shutdownNow();
        }
        assertThat(mostOpen).hasValue(CLIENTS);
    }

    private void answerOnceAllWait(HttpExchange exchange) throws IOException {
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        try {
            allClients.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IOException(broken);
        } finally {
            open.decrementAndGet();
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
        answered.countDown();
    }
}
