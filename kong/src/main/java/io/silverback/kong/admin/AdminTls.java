package io.silverback.kong.admin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS to an Admin API; PEM files.
 *
 * @param ca the authorities to trust in place of the platform's
 * @param certificate the client certificate, with {@code key}
 */
public record AdminTls(@Nullable Path ca, @Nullable Path certificate, @Nullable Path key) {}
