package io.silverback.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link SecretReference} points at. */
final class SecretSource {

    private static final int MAX_BYTES = 1 << 20;

    private SecretSource() {}

    static String environment(SecretReference.Env reference, @Nullable String value) {
        if (value == null) {
            throw new SecretUnavailableException(reference, "it is not set");
        }
        return nonEmpty(reference, value);
    }

    static String file(SecretReference.File reference) {
        try (InputStream in = Files.newInputStream(reference.path())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new SecretUnavailableException(reference, "it is larger than 1 MiB");
            }
            return nonEmpty(reference, text(bytes));
        } catch (NoSuchFileException e) {
            throw new SecretUnavailableException(reference, "there is no such file");
        } catch (AccessDeniedException e) {
            throw new SecretUnavailableException(reference, "it may not be read");
        } catch (CharacterCodingException e) {
            throw new SecretUnavailableException(reference, "it is not text in UTF-8");
        } catch (IOException e) {
            throw new SecretUnavailableException(reference, "reading failed");
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String nonEmpty(SecretReference reference, String value) {
        String secret = value.replaceFirst("\\R\\z", "");
        if (secret.isEmpty()) {
            throw new SecretUnavailableException(reference, "it is empty");
        }
        return secret;
    }
}
