package io.silverback.kong.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workspace's portal files as a ZIP of the Portal CLI's directories, {@code
 * workspaces/<workspace>/<path>}; unzipped, the CLI deploys them. The same files give the same
 * bytes.
 */
public final class PortalArchive {
    /** The type of portal files. */
    public static final String TYPE = "files";

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String DATA_URL = "data:";
    private static final String BASE64 = ";base64,";

    private PortalArchive() {}

    /** Writes the archive, file by file; closes the stream. */
    public static void write(SpilledState state, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            state.forEach(
                    (line, entity) -> {
                        if (entity.type().equals(TYPE)) {
                            write(zip, state.workspace(), entity);
                        }
                    });
        }
    }

    private static void write(ZipOutputStream zip, String workspace, Entity file)
            throws IOException {
        String path = safe(file.fields().path("path").asText());
        ZipEntry entry = new ZipEntry("workspaces/" + safe(workspace) + "/" + path);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(bytes(file.fields().path("contents").asText()));
        zip.closeEntry();
    }

    /** Binary assets are data URLs in the gateway and bytes on disk. */
    private static byte[] bytes(String contents) {
        int start = contents.indexOf(BASE64);
        boolean isBinary =
                contents.startsWith(DATA_URL) && start > 0 && contents.indexOf(',') > start;
        return isBinary ? decoded(contents, start + BASE64.length()) : contents.getBytes(UTF_8);
    }

    private static byte[] decoded(String contents, int start) {
        try {
            return Base64.getDecoder().decode(contents.substring(start));
        } catch (IllegalArgumentException e) {
            return contents.getBytes(UTF_8);
        }
    }

    /** No path leads out of the directory into which the archive is unpacked. */
    private static String safe(String path) {
        return Arrays.stream(path.replace("\\", "%5C").split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.matches("\\.+") ? segment.replace(".", "%2E") : segment)
                .collect(Collectors.joining("/"));
    }
}
