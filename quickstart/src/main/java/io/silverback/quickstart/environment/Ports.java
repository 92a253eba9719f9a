package io.silverback.quickstart.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The loopback ports of one installation: the usual ones, moved by an offset. */
public record Ports(int offset) {

    public int console() {
        return 7400 + offset;
    }

    /** Port of the service {@code index}: dump, sync, verify, traffic in this order. */
    public int service(int index) {
        return 7401 + index + offset;
    }

    public int blueProxy() {
        return 7410 + offset;
    }

    public int blueAdmin() {
        return 7411 + offset;
    }

    public int greenProxy() {
        return 7420 + offset;
    }

    public int greenAdmin() {
        return 7421 + offset;
    }

    public int edgeProxy() {
        return 7480 + offset;
    }

    public int edgeAdmin() {
        return 7481 + offset;
    }

    public int database() {
        return 7432 + offset;
    }

    public int broker() {
        return 7492 + offset;
    }

    public int controller() {
        return 7493 + offset;
    }

    /** Those of these ports on which somebody else listens. */
    public List<Integer> taken() {
        List<Integer> all = new ArrayList<>(IntStream.range(0, 4).mapToObj(this::service).toList());
        all.addAll(
                List.of(
                        console(),
                        blueProxy(),
                        blueAdmin(),
                        greenProxy(),
                        greenAdmin(),
                        edgeProxy(),
                        edgeAdmin(),
                        database(),
                        broker(),
                        controller()));
        return all.stream().filter(Ports::isTaken).sorted().toList();
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
