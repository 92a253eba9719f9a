package io.silverback.messaging.signature;

import com.google.crypto.tink.PublicKeyVerify;
import io.quarkus.runtime.Startup;
import io.silverback.contracts.Event;
import io.silverback.contracts.Topic;
import io.silverback.messaging.event.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets through what needs no signature or has a good one of the publisher who may give it. */
@Startup
@ApplicationScoped
public class SignatureCheck {
    private static final String SUFFIX = ".json";
    private final Map<String, PublicKeyVerify> keys;

    SignatureCheck(SigningSettings settings) {
        this.keys = settings.publicKeys().map(SignatureCheck::read).orElse(Map.of());
    }

    /** Fails with {@link Refused} where {@code event} must not be acted on. */
    public void check(
            Topic topic,
            Event event,
            String source,
            SignedParts parts,
            @Nullable String signature) {
        if (signature == null) {
            if (topic.mustBeSigned(event)) {
                throw new Refused("it is not signed");
            }
            return;
        }
        String publisher = Publishers.of(source);
        if (!Publishers.maySign(publisher, topic)) {
            throw new Refused(publisher + " may not sign on " + topic.topicName());
        }
        PublicKeyVerify key = keys.get(publisher);
        if (key == null) {
            throw new Refused("no public key of " + publisher + " is known");
        }
        verify(key, signature, parts);
    }

    private static void verify(PublicKeyVerify key, String signature, SignedParts parts) {
        try {
            key.verify(Base64.getDecoder().decode(signature), parts.toBytes());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refused("its signature is wrong", e);
        }
    }

    private static Map<String, PublicKeyVerify> read(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .collect(Collectors.toMap(SignatureCheck::publisher, Keysets::publicKeys));
        } catch (IOException e) {
            throw new UncheckedIOException("No public keys in " + directory, e);
        }
    }

    private static String publisher(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
