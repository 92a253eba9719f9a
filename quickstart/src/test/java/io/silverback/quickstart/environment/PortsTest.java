package io.silverback.quickstart.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void namesThePortThatSomebodyElseHas(@TempDir Path home) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(other.getLocalPort() - new Ports(0).console());

            assertThat(ports.taken()).contains(other.getLocalPort());
            assertThatThrownBy(() -> Environment.prepare(new Installation(home), ports, home))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is in use");
        }
        assertThat(Files.list(home)).isEmpty();
    }
}
