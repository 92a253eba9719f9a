package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Sends recorded requests to the ports of a simulator, each on its own connection. */
final class Sender {
    private static final int PATIENCE = 10_000;

    private final int plainPort;
    private final int tlsPort;

    Sender(int plainPort, int tlsPort) {
        this.plainPort = plainPort;
        this.tlsPort = tlsPort;
    }

    /** A new one each time: a client that remembers a session would see its certificate again. */
    private static SSLContext forgetful() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustsAll()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is missing", e);
        }
    }

    Wire.Reply send(Document request, Document signed) throws IOException {
        boolean tls = "https".equals(request.text("scheme"));
        try (Socket socket = tls ? secure(request.text("server_name"), false) : plain(plainPort)) {
            String body = request.text("body");
            byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            String method = String.valueOf(request.get("method"));
            return Wire.exchange(socket, method, head(request, signed, bytes), bytes);
        }
    }

    private static String head(Document request, Document signed, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append(request.get("method")).append(' ').append(request.get("path"));
        head.append(" HTTP/1.1\r\n");
        if (request.get("host") != null) {
            head.append("Host: ").append(request.get("host")).append("\r\n");
        }
        Document headers = Document.of(request.document("headers"));
        headers.putAll(signed);
        if (body.length > 0 && !headers.containsKey("Content-Length")) {
            headers.put("Content-Length", String.valueOf(body.length));
        }
        headers.forEach(
                (name, value) -> {
                    for (Object one : value instanceof List<?> list ? list : List.of("" + value)) {
                        head.append(name).append(": ").append(one).append("\r\n");
                    }
                });
        return head.append("\r\n").toString();
    }

    /** The fingerprint of the first certificate sent; null when there was no handshake. */
    @Nullable String certificate(@Nullable String serverName, boolean rsaOnly) throws IOException {
        try (SSLSocket socket = secure(serverName, rsaOnly)) {
            socket.startHandshake();
            return Fingerprints.of(socket.getSession().getPeerCertificates()[0].getEncoded());
        } catch (SSLHandshakeException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Socket plain(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private SSLSocket secure(@Nullable String serverName, boolean rsaOnly) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        forgetful()
                                .getSocketFactory()
                                .createSocket(plain(tlsPort), null, tlsPort, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(
                serverName == null ? List.of() : List.of(new SNIHostName(serverName)));
        if (rsaOnly) {
            parameters.setProtocols(new String[] {"TLSv1.2"});
            parameters.setCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
        }
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
