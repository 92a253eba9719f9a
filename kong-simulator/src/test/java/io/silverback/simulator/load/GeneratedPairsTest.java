package io.silverback.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Pem;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GeneratedPairsTest {
    @Test
    void makesACertificateThatItsOwnKeySigned() throws GeneralSecurityException {
        Document entity = Document.of("key", "PRIVATE-KEY-REMOVED-1\n").with("cert", "none");
        new GeneratedPairs().fill(entity);

        X509Certificate made =
                Objects.requireNonNull(Pem.certificate(String.valueOf(entity.get("cert"))));
        made.verify(made.getPublicKey());
        assertThat(entity.text("key")).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void givesTheSameNumberTheSamePair() {
        GeneratedPairs pairs = new GeneratedPairs();
        Document one = Document.of("key", "PRIVATE-KEY-REMOVED-1").with("cert", "none");
        Document same = Document.of("key", "${PRIVATE-KEY-REMOVED-1}").with("cert", "none");
        Document other = Document.of("key", "PRIVATE-KEY-REMOVED-2").with("cert", "none");
        pairs.fill(one);
        pairs.fill(same);
        pairs.fill(other);

        assertThat(same).isEqualTo(one).isNotEqualTo(other);
    }
}
