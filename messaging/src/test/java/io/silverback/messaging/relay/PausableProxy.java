package io.silverback.messaging.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between clients and a broker, and holds back what the broker says when told to. */
final class PausableProxy implements AutoCloseable {
    private final ServerSocket door;
    private final Object lock = new Object();
    private volatile int brokerPort;
    private boolean silent;

    PausableProxy() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes on to {@code port}; where clients connect instead. */
    int before(int port) {
        brokerPort = port;
        thread(this::accept);
        return door.getLocalPort();
    }

    /** The broker hears, but its answers are held back. */
    void silence() {
        synchronized (lock) {
            silent = true;
        }
    }

    /** What was held back goes out. */
    void speak() {
        synchronized (lock) {
            silent = false;
            lock.notifyAll();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
                client.setTcpNoDelay(true);
                broker.setTcpNoDelay(true);
                thread(() -> copy(client, broker, false));
                thread(() -> copy(broker, client, true));
            } catch (IOException e) {
                // Either side is gone; the next client gets another try.
            }
        }
    }

    private void copy(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers) {
                    waitUntilAllowed();
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // A broken connection ends both directions.
        }
    }

    private void waitUntilAllowed() {
        synchronized (lock) {
            while (silent) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        speak();
        door.close();
    }
}
